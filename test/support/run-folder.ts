/** The folder of this Jest run under `.tmp/`, made by `jest-setup.js` and removed with all in it at the end. */
export function runFolder(): string {
  const folder = process.env['JEST_RUN_FOLDER'];
  if (folder === undefined)
    throw new Error('JEST_RUN_FOLDER is not set: start the tests through jest.config.js.');
  return folder;
}
