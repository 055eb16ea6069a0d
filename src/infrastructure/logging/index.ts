/** The log: one JSON line an event, without secrets; a file for a person's own start, standard output in a deployment. */
export { createLogger, type Logger } from './logger.js';
export { loggingModule } from './logging.module.js';
