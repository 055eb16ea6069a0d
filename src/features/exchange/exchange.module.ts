import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { PostsModule } from '../posts/index.js';
import { ReleasesModule } from '../releases/index.js';
import { FeedRepository } from './calendars/feed.repository.js';
import { FeedService } from './calendars/feed.service.js';
import { FeedsController } from './calendars/feeds.controller.js';
import { HearingDatesRepository } from './calendars/hearing-dates.repository.js';
import { AccountsCsv } from './partners/accounts-csv.js';
import { OrganizationsCsv } from './partners/organizations-csv.js';
import { PartnersCsvController } from './partners/partners-csv.controller.js';
import { PlanController } from './plan/plan.controller.js';
import { PlanService } from './plan/plan.service.js';
import { PlanWavesRepository } from './plan/plan-waves.repository.js';
import { PlannedPostsRepository } from './planned-posts.repository.js';
import { PostEdits } from './posts/post-edits.js';
import { PostsCsv } from './posts/posts-csv.js';
import { PostsCsvController } from './posts/posts-csv.controller.js';
import { HoldsRepository } from './tools/holds.repository.js';
import { ToolPlanService } from './tools/tool-plan.service.js';
import { ToolPlansController } from './tools/tool-plans.controller.js';

@Module({
  imports: [CampaignsModule, OrganizationsModule, PostsModule, ReleasesModule],
  controllers: [
    FeedsController,
    PartnersCsvController,
    PlanController,
    PostsCsvController,
    ToolPlansController,
  ],
  providers: [
    AccountsCsv,
    FeedRepository,
    FeedService,
    HearingDatesRepository,
    HoldsRepository,
    OrganizationsCsv,
    PlannedPostsRepository,
    PlanService,
    PlanWavesRepository,
    PostEdits,
    PostsCsv,
    ToolPlanService,
  ],
})
export class ExchangeModule {}
