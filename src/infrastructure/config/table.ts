import { environmentSchema, variableNames } from './environment.js';
import { variableNotes } from './variable.js';

/** The README's table of variables, in Markdown, made from the schema that checks them. */
export function configurationTable(): string {
  const rows = variableNames.map((name) => {
    const notes = variableNotes.get(environmentSchema.shape[name]);
    const range = notes?.range === undefined ? '' : `${notes.range.min} – ${notes.range.max}`;
    return [`\`${name}\``, notes?.description, notes?.standard, notes?.unit ?? '', range];
  });
  const lines = [
    ['Variable', 'What it is', 'When not set', 'Unit', 'From – to'],
    Array(5).fill('---'),
    ...rows,
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
