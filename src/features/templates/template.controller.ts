import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type TemplateAdded,
  templateAdded,
  type TemplateAdding,
  templateAdding,
  type TemplateCheck,
  templateCheck,
  type TemplateCheckAnswer,
  templateCheckAnswer,
  type TemplateDescription,
  type TemplateList,
  templateList,
  type TemplateName,
  templateName,
  type TemplateRemoval,
  templateRemoval,
  type TemplateRemoved,
  templateRemoved,
} from '../../contract/templates.js';
import { parseTemplate } from '../../domain/template/parse-template.js';
import type { Template } from '../../domain/template/template.js';
import { Answers } from '../../infrastructure/http/index.js';
import { TemplateCatalog } from './template.catalog.js';
import { TemplateService } from './template.service.js';

@ApiTags('templates')
@Controller('templates')
export class TemplateController {
  constructor(
    private readonly catalog: TemplateCatalog,
    private readonly service: TemplateService,
  ) {}

  @Get()
  @Answers(200, templateList, 'The templates that waves can name')
  async list(): Promise<TemplateList> {
    const templates = await this.catalog.all();
    const unusable = await this.catalog.unusable();
    return {
      items: templates.map((one) => ({ ...described(one), added: !this.catalog.isOfFolder(one.name) })),
      unusable: unusable.map(({ name, faults }) => ({ name, faults: [...faults] })),
    };
  }

  @Post()
  @HttpCode(200)
  @Answers(200, templateAdded, 'Waves can use it from now on')
  async add(@Body({ schema: templateAdding }) request: TemplateAdding): Promise<TemplateAdded> {
    const { changed, template } = await this.service.add(request);
    return { changed, template: described(template) };
  }

  @Post(':name/removal')
  @HttpCode(200)
  @Answers(200, templateRemoved, 'No wave uses it any more; posts that were made from it keep their words')
  async remove(
    @Param({ schema: templateName }) { name }: TemplateName,
    @Body({ schema: templateRemoval }) { by }: TemplateRemoval,
  ): Promise<TemplateRemoved> {
    await this.service.remove(name, by);
    return { removed: name };
  }

  @Post('check')
  @HttpCode(200)
  @Answers(200, templateCheckAnswer, 'Every fault of a template file, with its place. Keeps nothing')
  check(@Body({ schema: templateCheck }) { source, fileName }: TemplateCheck): TemplateCheckAnswer {
    const parsed = parseTemplate(source, fileName);
    return parsed.kind === 'faults'
      ? { faults: [...parsed.faults], template: null }
      : { faults: [], template: described(parsed.template) };
  }
}

function described(template: Template): TemplateDescription {
  return {
    name: template.name,
    purpose: template.purpose,
    networks: [...template.networks],
    needs: template.needs,
    parts: template.parts.length,
    split: template.split,
    length: template.length,
    daysBefore: template.daysBefore,
    byName: template.byName,
    blanks: template.blanks.map((blank) => ({
      name: blank.name,
      asks: blank.asks,
      example: blank.example ?? null,
      required: blank.default === undefined,
    })),
  };
}
