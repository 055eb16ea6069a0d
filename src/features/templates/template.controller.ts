import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type TemplateList, templateList } from '../../contract/templates.js';
import { Answers } from '../../infrastructure/http/index.js';
import { TemplateCatalog } from './template.catalog.js';

@ApiTags('templates')
@Controller('templates')
export class TemplateController {
  constructor(private readonly catalog: TemplateCatalog) {}

  @Get()
  @Answers(200, templateList, 'The templates that waves can name')
  list(): TemplateList {
    return {
      items: this.catalog.templates.map((template) => ({
        name: template.name,
        purpose: template.purpose,
        networks: [...template.networks],
        needs: template.needs,
        parts: template.parts.length,
        blanks: template.blanks.map(({ name, asks }) => ({ name, asks })),
      })),
    };
  }
}
