import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { byId, type ById } from '../../../contract/page.js';
import { wavePreview, type WavePreviewAnswer } from '../../../contract/wave-preview.js';
import { Answers } from '../../../infrastructure/http/index.js';
import { WavePreview } from './wave-preview.js';

@ApiTags('posts')
@Controller('waves/:id/preview')
export class WavePreviewController {
  constructor(private readonly preview: WavePreview) {}

  @Get()
  @Answers(200, wavePreview, 'When each account leaves; afterwards how late each was')
  get(@Param({ schema: byId }) { id }: ById): Promise<WavePreviewAnswer> {
    return this.preview.of(id);
  }
}
