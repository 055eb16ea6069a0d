/** Organizations: which of those known here a name in a release means. */
export { matchOrganization } from './match.js';
