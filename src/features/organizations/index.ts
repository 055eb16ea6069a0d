/** Organizations of a coalition and their accounts on the networks. */
export { AccountBlocks } from './account-blocks.repository.js';
export { AccountConnector, type Connection, type ConnectionRequest } from './account-connector.js';
export { AccountBulk } from './bulk/account-bulk.js';
export type { WantedAccount } from './bulk/account-bulk-plan.js';
export type { BulkFault, BulkOutcome, BulkReport } from './bulk/bulk-report.js';
export { OrganizationBulk } from './bulk/organization-bulk.js';
export type { WantedOrganization } from './bulk/organization-bulk-plan.js';
export { OrganizationService } from './organization.service.js';
export { OrganizationsModule } from './organizations.module.js';
export { TwinAccounts, type TwinWish } from './twins/twin-accounts.js';
