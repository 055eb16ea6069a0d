import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  nearCopyList,
  type NearCopyList,
  nearCopyQuery,
  type NearCopyQuery,
} from '../../../contract/near-copies.js';
import { byId, type ById } from '../../../contract/page.js';
import { Answers } from '../../../infrastructure/http/index.js';
import { NearCopies } from './near-copies.js';

@ApiTags('posts')
@Controller()
export class NearCopiesController {
  constructor(private readonly nearCopies: NearCopies) {}

  @Get('campaigns/:id/near-copies')
  @Answers(200, nearCopyList, 'Pairs of posts on one network that are nearly the same, with what to change')
  ofCampaign(
    @Param({ schema: byId }) { id }: ById,
    @Query({ schema: nearCopyQuery }) { network }: NearCopyQuery,
  ): Promise<NearCopyList> {
    return this.nearCopies.ofCampaign(id, network);
  }

  @Get('posts/:id/near-copies')
  @Answers(200, nearCopyList, 'Posts on its network that are nearly the same as this one')
  ofPost(@Param({ schema: byId }) { id }: ById): Promise<NearCopyList> {
    return this.nearCopies.ofPost(id);
  }
}
