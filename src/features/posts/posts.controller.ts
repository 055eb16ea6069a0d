import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isoInstant } from '../../contract/instant.js';
import { byId, type ById, type Page } from '../../contract/page.js';
import {
  campaignOverview,
  type CampaignOverview,
  generation,
  type Generation,
  generationAnswer,
  type GenerationAnswer,
  post,
  type PostAnswer,
  postCancellation,
  type PostCancellation,
  postEdit,
  type PostEdit,
  postPage,
  postQuery,
  type PostQuery,
  postRescheduling,
  type PostRescheduling,
} from '../../contract/posts.js';
import { Answers, pageFrom } from '../../infrastructure/http/index.js';
import { GenerationService } from './generation.service.js';
import { PlanRepository } from './plan.repository.js';
import { presentPost } from './post.presenter.js';
import { PostRepository } from './post.repository.js';
import { PostService } from './post.service.js';

@ApiTags('posts')
@Controller()
export class PostsController {
  constructor(
    private readonly generator: GenerationService,
    private readonly service: PostService,
    private readonly posts: PostRepository,
    private readonly plan: PlanRepository,
  ) {}

  @Post('campaigns/:id/posts')
  @HttpCode(200)
  @Answers(200, generationAnswer, 'One post per account and wave; those that stand are kept')
  generate(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: generation }) only: Generation,
  ): Promise<GenerationAnswer> {
    return this.generator.generate(id, only);
  }

  @Get('campaigns/:id/overview')
  @Answers(200, campaignOverview, 'How many posts of each wave stand in each status')
  async overview(@Param({ schema: byId }) { id }: ById): Promise<CampaignOverview> {
    const waves = await this.plan.overview(id);
    const iso = (at: number | null): string | null => (at === null ? null : isoInstant(at));
    return {
      waves: waves.map((wave) => ({ ...wave, firstAt: iso(wave.firstAt), lastAt: iso(wave.lastAt) })),
    };
  }

  @Get('posts')
  @Answers(200, postPage)
  async list(@Query({ schema: postQuery }) query: PostQuery): Promise<Page<PostAnswer>> {
    return pageFrom(await this.posts.list(query), query.limit, presentPost);
  }

  @Get('posts/:id')
  @Answers(200, post)
  async get(@Param({ schema: byId }) { id }: ById): Promise<PostAnswer> {
    return presentPost(await this.service.get(id));
  }

  @Put('posts/:id/parts')
  @Answers(200, post, 'Edited; an approval that stood is void')
  async edit(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: postEdit }) request: PostEdit,
  ): Promise<PostAnswer> {
    return presentPost(await this.service.edit(id, request));
  }

  @Post('posts/:id/cancellation')
  @HttpCode(200)
  @Answers(200, post)
  async cancel(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: postCancellation }) request: PostCancellation,
  ): Promise<PostAnswer> {
    return presentPost(await this.service.cancel(id, request));
  }

  @Put('posts/:id/time')
  @Answers(200, post, 'Pinned to the new time, and to be approved again')
  async reschedule(
    @Param({ schema: byId }) { id }: ById,
    @Body({ schema: postRescheduling }) request: PostRescheduling,
  ): Promise<PostAnswer> {
    return presentPost(await this.service.reschedule(id, request));
  }
}
