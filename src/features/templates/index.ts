/** What a post can be filled from: the templates of the folder `templates/`, and those that users add. */
export { TemplateCatalog, TemplateFaults } from './template.catalog.js';
export { TemplatesModule } from './templates.module.js';
