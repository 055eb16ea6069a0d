import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/index.js';
import { DecideMany } from './decide-many.js';
import { ReleaseRepository } from './release.repository.js';
import { ReleaseService } from './release.service.js';
import { ReleasesController } from './releases.controller.js';
import { ReviewService } from './review.service.js';
import { StatementListeners } from './statement-listener.js';
import { StatementSources } from './statement-sources.js';
import { StatementRepository } from './statement.repository.js';
import { StatementsController } from './statements.controller.js';

@Module({
  imports: [CampaignsModule],
  controllers: [ReleasesController, StatementsController],
  providers: [
    ReleaseRepository,
    StatementRepository,
    StatementListeners,
    StatementSources,
    ReleaseService,
    ReviewService,
    DecideMany,
  ],
  exports: [StatementListeners, StatementSources],
})
export class ReleasesModule {}
