/** Rehearsals: a campaign's plan run in short on the sandbox network, and the report of how it went. */
export { RehearsalsModule } from './rehearsals.module.js';
