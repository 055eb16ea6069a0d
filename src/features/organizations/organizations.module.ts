import { Module } from '@nestjs/common';
import { AccountBlocks } from './account-blocks.repository.js';
import { AccountConnections } from './account-connections.js';
import { AccountRepository } from './account.repository.js';
import { AccountService } from './account.service.js';
import { AccountBulk } from './bulk/account-bulk.js';
import { OrganizationBulk } from './bulk/organization-bulk.js';
import { HoursController } from './hours.controller.js';
import { HoursRepository } from './hours.repository.js';
import { OrganizationRepository } from './organization.repository.js';
import { OrganizationService } from './organization.service.js';
import { OrganizationsController } from './organizations.controller.js';
import { TwinAccounts } from './twins/twin-accounts.js';

@Module({
  controllers: [OrganizationsController, HoursController],
  providers: [
    AccountBlocks,
    AccountBulk,
    AccountConnections,
    AccountRepository,
    AccountService,
    HoursRepository,
    OrganizationBulk,
    OrganizationRepository,
    OrganizationService,
    TwinAccounts,
  ],
  exports: [AccountBlocks, AccountBulk, OrganizationBulk, OrganizationService, TwinAccounts],
})
export class OrganizationsModule {}
