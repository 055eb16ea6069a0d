import { Module } from '@nestjs/common';
import { AccountBlocks } from './account-blocks.repository.js';
import { AccountConnections } from './account-connections.js';
import { AccountRepository } from './account.repository.js';
import { AccountService } from './account.service.js';
import { AccountBulk } from './bulk/account-bulk.js';
import { OrganizationBulk } from './bulk/organization-bulk.js';
import { OrganizationRepository } from './organization.repository.js';
import { OrganizationService } from './organization.service.js';
import { OrganizationsController } from './organizations.controller.js';
import { TwinAccounts } from './twins/twin-accounts.js';

@Module({
  controllers: [OrganizationsController],
  providers: [
    AccountBlocks,
    AccountBulk,
    AccountConnections,
    AccountRepository,
    AccountService,
    OrganizationBulk,
    OrganizationRepository,
    OrganizationService,
    TwinAccounts,
  ],
  exports: [AccountBlocks, AccountBulk, OrganizationBulk, OrganizationService, TwinAccounts],
})
export class OrganizationsModule {}
