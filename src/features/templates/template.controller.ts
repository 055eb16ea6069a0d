import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type TemplateCheck,
  templateCheck,
  type TemplateCheckAnswer,
  templateCheckAnswer,
  type TemplateDescription,
  type TemplateList,
  templateList,
} from '../../contract/templates.js';
import { parseTemplate } from '../../domain/template/parse-template.js';
import type { Template } from '../../domain/template/template.js';
import { Answers } from '../../infrastructure/http/index.js';
import { TemplateCatalog } from './template.catalog.js';

@ApiTags('templates')
@Controller('templates')
export class TemplateController {
  constructor(private readonly catalog: TemplateCatalog) {}

  @Get()
  @Answers(200, templateList, 'The templates that waves can name')
  list(): TemplateList {
    return { items: this.catalog.templates.map(described) };
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
