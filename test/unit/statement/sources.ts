import type { Part, Segment } from '../../../src/domain/post/segment.js';
import type { SourcedStatement, StatementLookup } from '../../../src/domain/statement/proof.js';
import type { Span, Statement } from '../../../src/domain/statement/statement.js';

/** An invented release with every form of statement that the proof tells apart. */
export const RELEASE = [
  '“The river is not ours to sell,” said Ida Voss, ferrywoman at Lower Quay. “It’s our neighbors’ too.”',
  '“If the dam stays,” Ida Voss added, “the ferry goes.”',
  'According to the Water Office, 21 percent of wells, or 1,240 in all, ran dry in 2031.',
  '“We will go to court,” said Ana Lind.',
].join('\n');

export function spanOf(text: string, from = RELEASE): Span {
  const start = from.indexOf(text);
  if (start < 0) throw new Error(`Not in the release: ${text}`);
  return { start, end: start + text.length };
}

const FACT = '21 percent of wells, or 1,240 in all, ran dry in 2031.';

function quotation(id: string, speaker: string | null, ...texts: string[]): Statement {
  const spans = texts.map((text) => spanOf(text));
  const about = { speaker, role: 'ferrywoman', organization: 'Lower Quay' };
  return { id, releaseId: 'r1', revision: 1, status: 'accepted', kind: 'quotation', spans, ...about };
}

export const STATEMENTS: readonly Statement[] = [
  quotation('river', 'Ida Voss', 'The river is not ours to sell,', 'It’s our neighbors’ too.'),
  quotation('dam', 'Ida Voss', 'If the dam stays,', 'the ferry goes.'),
  quotation('court', 'Ana Lind', 'We will go to court,'),
  {
    id: 'wells',
    releaseId: 'r1',
    revision: 1,
    status: 'accepted',
    kind: 'fact',
    source: 'the Water Office',
    spans: [spanOf(FACT)],
    figures: [spanOf('21 percent'), spanOf('1,240'), spanOf('2031')],
  },
];

export function lookup(
  statements: readonly Statement[] = STATEMENTS,
  releaseText = RELEASE,
): StatementLookup {
  return new Map(
    statements.map((statement): [string, SourcedStatement] => [statement.id, { statement, releaseText }]),
  );
}

export function quote(statementId: string, text: string): Segment {
  return { kind: 'quotation', statementId, span: spanOf(text), text };
}

export function figure(text: string, statementId = 'wells'): Segment {
  return { kind: 'figure', statementId, span: spanOf(text), text };
}

export function part(...segments: (Segment | string)[]): Part {
  return {
    segments: segments.map((one) => (typeof one === 'string' ? { kind: 'text', text: one } : one)),
    pictures: [],
  };
}
