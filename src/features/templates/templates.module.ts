import { Module } from '@nestjs/common';
import { TemplateCatalog } from './template.catalog.js';
import { TemplateController } from './template.controller.js';
import { TemplateRepository } from './template.repository.js';
import { TemplateService } from './template.service.js';

@Module({
  controllers: [TemplateController],
  providers: [TemplateCatalog, TemplateRepository, TemplateService],
  exports: [TemplateCatalog],
})
export class TemplatesModule {}
