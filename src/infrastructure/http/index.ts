/** HTTP: the adapter and its limits, validation by the contract, and problems as answers to all that fails. */
export { BODY_LIMIT_BYTES, createHttpAdapter } from './adapter.js';
export { Answers } from './answers.decorator.js';
export { configureHttp } from './configure-http.js';
export { LARGEST_FILE_BYTES, TAKES_A_FILE } from './file-body.js';
export { pageFrom } from './page.js';
export { Conflict, type FieldFault, Forbidden, Invalid, NotFound, Refusal } from './refusal.js';
export { invalidRequest } from './request-validation.js';
