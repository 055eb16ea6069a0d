import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { PostsModule } from '../posts/index.js';
import { PublishingModule } from '../publishing/index.js';
import { ReleasesModule } from '../releases/index.js';
import { RehearsalCast } from './rehearsal-cast.js';
import { RehearsalReporter } from './rehearsal.reporter.js';
import { RehearsalRepository } from './rehearsal.repository.js';
import { RehearsalService } from './rehearsal.service.js';
import { RehearsalsController } from './rehearsals.controller.js';

@Module({
  imports: [
    CampaignsModule,
    ReleasesModule,
    OrganizationsModule,
    PostsModule,
    ApprovalsModule,
    PublishingModule,
  ],
  controllers: [RehearsalsController],
  providers: [RehearsalCast, RehearsalReporter, RehearsalRepository, RehearsalService],
})
export class RehearsalsModule {}
