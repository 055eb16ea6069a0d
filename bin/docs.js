/** Rewrites the parts of the README that are made from the code; `npm run docs` builds first. */
import { readFileSync, writeFileSync } from 'node:fs';
import { configurationTable } from '../dist/infrastructure/config/index.js';

const readme = new URL('../README.md', import.meta.url);
const START = '<!-- configuration:start -->';
const END = '<!-- configuration:end -->';

const text = readFileSync(readme, 'utf8');
const start = text.indexOf(START);
const end = text.indexOf(END);
if (start === -1 || end < start) {
  console.error(`README.md needs a line ${START} and below it a line ${END}; the table goes between them.`);
  process.exit(1);
}
writeFileSync(
  readme,
  `${text.slice(0, start + START.length)}\n\n${configurationTable()}\n\n${text.slice(end)}`,
);
