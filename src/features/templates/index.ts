/** The templates of the folder `templates/`: what a post can be filled from. */
export { TemplateCatalog, TemplateFaults } from './template.catalog.js';
export { TemplatesModule } from './templates.module.js';
