import { Module } from '@nestjs/common';
import { PostsModule } from '../posts/index.js';
import { PublishingModule } from '../publishing/index.js';
import { ReleasesModule } from '../releases/index.js';
import { ApprovalRepository } from './approval.repository.js';
import { ApprovalService } from './approval.service.js';
import { ApprovalsController } from './approvals.controller.js';
import { SystemApprovals } from './system-approvals.js';

@Module({
  imports: [PostsModule, PublishingModule, ReleasesModule],
  controllers: [ApprovalsController],
  providers: [ApprovalRepository, ApprovalService, SystemApprovals],
  exports: [SystemApprovals],
})
export class ApprovalsModule {}
