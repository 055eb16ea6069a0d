import { Module } from '@nestjs/common';
import { AccountBlocks } from './account-blocks.repository.js';
import { AccountRepository } from './account.repository.js';
import { AccountService } from './account.service.js';
import { OrganizationRepository } from './organization.repository.js';
import { OrganizationService } from './organization.service.js';
import { OrganizationsController } from './organizations.controller.js';

@Module({
  controllers: [OrganizationsController],
  providers: [AccountBlocks, AccountRepository, AccountService, OrganizationRepository, OrganizationService],
  exports: [AccountBlocks],
})
export class OrganizationsModule {}
