import { Module } from '@nestjs/common';
import { TemplateCatalog } from './template.catalog.js';
import { TemplateController } from './template.controller.js';

@Module({ controllers: [TemplateController], providers: [TemplateCatalog], exports: [TemplateCatalog] })
export class TemplatesModule {}
