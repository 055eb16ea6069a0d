/** After all suites: no server of this run stays behind, nor its files. */
import { clearRunFolder } from './clear-run-folder.js';

export default async function tearDown() {
  await clearRunFolder(process.env.JEST_RUN_FOLDER);
}
