import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/index.js';
import { ReleasesModule } from '../releases/index.js';
import { TemplatesModule } from '../templates/index.js';
import { AffectedRepository } from './affected.repository.js';
import { AlarmRepository } from './alarm.repository.js';
import { ExpiryRepository } from './expiry.repository.js';
import { GenerationService } from './generation.service.js';
import { MoveRepository } from './move.repository.js';
import { NearCopies } from './near-copies/near-copies.js';
import { NearCopiesController } from './near-copies/near-copies.controller.js';
import { NearCopyRepository } from './near-copies/near-copy.repository.js';
import { NoticeRepository } from './notices/notice.repository.js';
import { NoticeService } from './notices/notice.service.js';
import { NoticesController } from './notices/notices.controller.js';
import { PlanRepository } from './plan.repository.js';
import { PostEditor } from './post.editor.js';
import { PostPlanner } from './post.planner.js';
import { PostRepository } from './post.repository.js';
import { PostRerender } from './post.rerender.js';
import { PostService } from './post.service.js';
import { PostsController } from './posts.controller.js';
import { SourceFollower } from './source.follower.js';
import { PlanMoveRepository } from './undo/plan-move.repository.js';
import { PostUndoing } from './undo/post.undoing.js';
import { WavePreview } from './waves/wave-preview.js';
import { WavePreviewController } from './waves/wave-preview.controller.js';
import { WavePreviewRepository } from './waves/wave-preview.repository.js';

@Module({
  imports: [CampaignsModule, ReleasesModule, TemplatesModule],
  controllers: [PostsController, NearCopiesController, NoticesController, WavePreviewController],
  providers: [
    AffectedRepository,
    AlarmRepository,
    ExpiryRepository,
    GenerationService,
    MoveRepository,
    NearCopies,
    NearCopyRepository,
    NoticeRepository,
    NoticeService,
    PlanMoveRepository,
    PlanRepository,
    PostEditor,
    PostPlanner,
    PostRepository,
    PostRerender,
    PostService,
    PostUndoing,
    SourceFollower,
    WavePreview,
    WavePreviewRepository,
  ],
  exports: [AlarmRepository, ExpiryRepository, MoveRepository, NearCopies, PostEditor, PostRepository],
})
export class PostsModule {}
