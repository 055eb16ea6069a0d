/** Press releases, frozen, and the statements found in them. */
export { ReleasesModule } from './releases.module.js';
export { SourceListener, SourceListeners, type SourceChange } from './source-listener.js';
export { StatementSources } from './statement-sources.js';
