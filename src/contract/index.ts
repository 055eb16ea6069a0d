/** The HTTP API: the schema of each request and answer, read by the server, the command line and the browser. */
export * from './campaigns.js';
export * from './instant.js';
export * from './page.js';
export * from './problem.js';
