/** Documents: the text of a release out of a file of any of the usual kinds, with what to check in it. */
export { type DocumentFormat, nameOfFormat, type ReadDocument } from './document.js';
export { type DocumentFault, LARGEST_DOCUMENT_BYTES } from './fault.js';
export { readDocument } from './read-document.js';
export { recognize } from './recognize.js';
