/** PostgreSQL that Chorus brings along: started on a data folder, found again after a crash, stopped last. */
export { type EmbeddedPostgres, findEmbeddedPostgres, startEmbeddedPostgres } from './embedded.js';
