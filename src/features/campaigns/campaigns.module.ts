import { Module } from '@nestjs/common';
import { CampaignCopies } from './campaign-copies.js';
import { BlackoutRepository } from './blackout.repository.js';
import { BlackoutService } from './blackout.service.js';
import { BlackoutsController } from './blackouts.controller.js';
import { CampaignRepository } from './campaign.repository.js';
import { CampaignService } from './campaign.service.js';
import { CampaignsController } from './campaigns.controller.js';
import { DecisionRepository } from './decisions/decision.repository.js';
import { DecisionService } from './decisions/decision.service.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { HearingController } from './hearing.controller.js';
import { HearingRepository } from './hearing.repository.js';
import { HearingService } from './hearing.service.js';
import { LaunchService } from './launch.service.js';
import { PlanListeners } from './plan-listener.js';
import { UndoService } from './undo.service.js';
import { WaveRepository } from './wave.repository.js';
import { WaveService } from './wave.service.js';
import { WavesController } from './waves.controller.js';

@Module({
  controllers: [
    CampaignsController,
    HearingController,
    WavesController,
    BlackoutsController,
    DecisionsController,
  ],
  providers: [
    BlackoutRepository,
    BlackoutService,
    CampaignCopies,
    CampaignRepository,
    DecisionRepository,
    DecisionService,
    HearingRepository,
    WaveRepository,
    CampaignService,
    HearingService,
    LaunchService,
    UndoService,
    WaveService,
    PlanListeners,
  ],
  exports: [CampaignCopies, CampaignRepository, PlanListeners],
})
export class CampaignsModule {}
