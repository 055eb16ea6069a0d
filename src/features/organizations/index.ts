/** Organizations of a coalition and their accounts on the networks. */
export { AccountBlocks } from './account-blocks.repository.js';
