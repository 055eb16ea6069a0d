import { describe, expect, it } from '@jest/globals';
import { partText } from '../../../src/domain/post/segment.js';
import { cutFault } from '../../../src/domain/statement/cut.js';
import type { SourcedStatement } from '../../../src/domain/statement/proof.js';
import type { Cut, Statement } from '../../../src/domain/statement/statement.js';
import { fill } from '../../../src/domain/template/fill.js';
import { context, template } from './materials.js';

const TEXT =
  '“We all met at the old mill on the quay. We will not stop,” she said, “until the river is open, and the weir is gone, for each and every boat. And then we will all go home together.”';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const STOP = at('We all met at the old mill on the quay. We will not stop,');
const UNTIL = { start: TEXT.indexOf('until the'), end: TEXT.length - 1 };
const TAIL: Cut = [at(' We will not stop,')];
const HEAD: Cut = [{ start: UNTIL.start, end: TEXT.indexOf(' And then') }];
const END: Cut = [{ start: TEXT.indexOf(' for each'), end: UNTIL.end }];

const about = { speaker: 'Ida Voss', role: null, organization: null };
const statement: Statement = {
  id: 'voss',
  releaseId: 'r',
  revision: 1,
  status: 'accepted',
  kind: 'quotation',
  ...about,
  spans: [STOP, UNTIL],
  agreedCuts: [TAIL, HEAD, END],
};
const source: SourcedStatement = { statement, releaseText: TEXT };
const body = template('{{ quotation }} {{ speaker }}', { needs: 'quotation' });

describe('a template filled with a cut of an interrupted quotation', () => {
  it.each([
    [
      'what goes on with the sentence that it leaves out',
      TAIL,
      '“We all met at the old mill on the quay. […]”',
    ],
    ['what leads to it', HEAD, '“[…] And then we will all go home together.”'],
    [
      'nothing more where it breaks off what is shown',
      END,
      '“We all met at the old mill on the quay. We will not stop,” … “until the river is open, and the weir is gone…”',
    ],
  ])('leaves out %s, and is proved', (_, removed, words) => {
    expect(cutFault(statement, removed, TEXT)).toBeNull();
    const filled = fill(body, context(null, { source, removed }));
    expect(filled.kind === 'filled' && filled.parts.map(partText)).toEqual([`${words} Ida Voss`]);
  });
});
