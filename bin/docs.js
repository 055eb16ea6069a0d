/** Rewrites the parts of the documents that are made from the code; `npm run docs` builds first. */
import { readFileSync, writeFileSync } from 'node:fs';
import { POST_MOVES } from '../dist/domain/post/status.js';
import { configurationTable } from '../dist/infrastructure/config/index.js';
import { foldersDiagram, insideDiagram, movesDiagram, withSection } from './drawings.js';
import { cruise } from './graph.js';

rewrite('README.md', { configuration: configurationTable() });

const { imports } = cruise();
rewrite('docs/architecture.md', {
  folders: foldersDiagram(imports),
  features: insideDiagram(imports, 'features'),
  domain: insideDiagram(imports, 'domain'),
  moves: movesDiagram(POST_MOVES),
});

function rewrite(document, sections) {
  const path = new URL(`../${document}`, import.meta.url);
  let text = readFileSync(path, 'utf8');
  for (const [name, content] of Object.entries(sections)) text = withSection(text, name, content);
  writeFileSync(path, text);
}
