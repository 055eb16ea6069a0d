/** Press releases, frozen, and the statements found in them. */
export { ReleasesModule } from './releases.module.js';
export { StatementListener, StatementListeners, type StatementsChange } from './statement-listener.js';
export { StatementSources } from './statement-sources.js';
