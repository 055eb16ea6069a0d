import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/index.js';
import { PostsModule } from '../posts/index.js';
import { ReleasesModule } from '../releases/index.js';
import { AttemptRecorder } from './attempt.recorder.js';
import { AttemptRepository } from './attempt.repository.js';
import { ClaimRepository } from './claim.repository.js';
import { Departure } from './departure.js';
import { DepartureLoader } from './departure.loader.js';
import { Enqueuer } from './enqueuer.js';
import { FactsRepository } from './facts.repository.js';
import { HistoryRepository } from './history.repository.js';
import { OutgoingParts } from './outgoing.js';
import { PauseRepository } from './pause.repository.js';
import { PauseService } from './pause.service.js';
import { PublishJob } from './publish.job.js';
import { PublishingController } from './publishing.controller.js';
import { Reconciler } from './reconciler.js';
import { StopFlag } from './stop-flag.js';
import { Sweep } from './sweep.js';
import { WordProof } from './word-proof.js';

/** What people do about publishing: pausing, resuming, looking. Sends nothing by itself. */
@Module({
  imports: [PostsModule],
  controllers: [PublishingController],
  providers: [Enqueuer, HistoryRepository, PauseRepository, PauseService],
  exports: [Enqueuer, PauseRepository],
})
export class PublishingModule {}

/** The worker: hears alarms, sends posts, sweeps. */
@Module({
  imports: [PublishingModule, PostsModule, OrganizationsModule, ReleasesModule],
  providers: [
    AttemptRecorder,
    AttemptRepository,
    ClaimRepository,
    Departure,
    DepartureLoader,
    FactsRepository,
    OutgoingParts,
    PublishJob,
    Reconciler,
    StopFlag,
    Sweep,
    WordProof,
  ],
  exports: [Departure, Sweep, Reconciler, StopFlag],
})
export class PublishingWorkerModule {}
