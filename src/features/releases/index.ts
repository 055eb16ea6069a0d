/** Press releases, frozen, and the statements found in them. */
export { StatementSources } from './statement-sources.js';
