/** The configuration: every environment variable checked once at start, and no other part of Chorus reads them. */
export { type Config, loadConfig, type LogLevel, SEND_WITHIN_MS } from './config.js';
export { ConfigurationFault } from './fault.js';
export { configurationTable } from './table.js';
