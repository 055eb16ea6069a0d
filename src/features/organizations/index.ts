/** Organizations of a coalition and their accounts on the networks. */
export { AccountBlocks } from './account-blocks.repository.js';
export { AccountConnector, type Connection, type ConnectionRequest } from './account-connector.js';
export { OrganizationsModule } from './organizations.module.js';
