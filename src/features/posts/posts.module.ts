import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/index.js';
import { ReleasesModule } from '../releases/index.js';
import { TemplatesModule } from '../templates/index.js';
import { AlarmRepository } from './alarm.repository.js';
import { ExpiryRepository } from './expiry.repository.js';
import { GenerationService } from './generation.service.js';
import { MoveRepository } from './move.repository.js';
import { PlanRepository } from './plan.repository.js';
import { PostPlanner } from './post.planner.js';
import { PostRepository } from './post.repository.js';
import { PostRerender } from './post.rerender.js';
import { PostService } from './post.service.js';
import { PostsController } from './posts.controller.js';
import { StatementFollower } from './statement.follower.js';

@Module({
  imports: [CampaignsModule, ReleasesModule, TemplatesModule],
  controllers: [PostsController],
  providers: [
    AlarmRepository,
    ExpiryRepository,
    GenerationService,
    MoveRepository,
    PlanRepository,
    PostPlanner,
    PostRepository,
    PostRerender,
    PostService,
    StatementFollower,
  ],
  exports: [AlarmRepository, ExpiryRepository, MoveRepository, PostRepository],
})
export class PostsModule {}
