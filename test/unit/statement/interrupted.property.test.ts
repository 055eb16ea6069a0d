import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Part } from '../../../src/domain/post/segment.js';
import { prove } from '../../../src/domain/statement/prove.js';
import type { Span, Statement } from '../../../src/domain/statement/statement.js';
import { part } from './sources.js';

const CUES = [' said Ida Voss, ', ' she added, ', ' Ida Voss, of Quay Inc., went on, ', ' she said—'];

interface Said {
  readonly text: string;
  readonly spans: readonly Span[];
  /** For each span, which sentence it belongs to. */
  readonly sentences: readonly number[];
}

/** A quotation of several sentences, each interrupted as often as it has pieces less one. */
function said(pieces: readonly number[], cue: string): Said {
  let text = '';
  const spans: Span[] = [];
  const sentences: number[] = [];
  for (const [sentence, count] of pieces.entries()) {
    for (let piece = 0; piece < count; piece += 1) {
      const words = `${piece === 0 ? 'We' : 'and'} met ${spans.length} times${piece === count - 1 ? '.' : ','}`;
      text += `“${words}”`;
      spans.push({ start: text.length - 1 - words.length, end: text.length - 1 });
      sentences.push(sentence);
      text += piece === count - 1 ? ' she said. ' : cue;
    }
  }
  return { text, spans, sentences };
}

/** Whether the spans of a part are whole sentences, one after the other. */
function isWhole(shown: readonly number[], { sentences }: Said): boolean {
  let rest = [...shown];
  while (rest.length > 0) {
    const [first = 0] = rest;
    const whole = [...sentences.keys()].filter((span) => sentences[span] === sentences[first]);
    if (!whole.every((span, n) => rest[n] === span)) return false;
    rest = rest.slice(whole.length);
  }
  return true;
}

/** Parts that are mostly whole sentences in some order, with spans taken out, put in or exchanged. */
function postsOf(quotation: Said): fc.Arbitrary<number[][]> {
  const { spans, sentences } = quotation;
  const sentence = fc
    .nat({ max: Math.max(...sentences) })
    .map((wanted) => [...spans.keys()].filter((span) => sentences[span] === wanted));
  const any = fc.array(fc.nat({ max: spans.length - 1 }), { maxLength: 3 });
  const shown = fc
    .array(fc.oneof({ weight: 4, arbitrary: sentence }, { weight: 1, arbitrary: any }), { maxLength: 3 })
    .map((groups) => groups.flat());
  return fc.array(
    shown.filter((one) => one.length > 0),
    { minLength: 1, maxLength: 3 },
  );
}

it('a post of whole spans is proved exactly when each of its parts shows whole sentences', () => {
  const seen = { proved: 0, refused: 0 };
  const quotations = fc
    .tuple(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }), fc.constantFrom(...CUES))
    .map(([pieces, cue]) => said(pieces, cue));
  const cases = quotations.chain((one) => fc.tuple(fc.constant(one), postsOf(one), fc.boolean()));
  fc.assert(
    fc.property(cases, ([quotation, post, bare]) => {
      const { text, spans } = quotation;
      const about = { speaker: 'Ida Voss', role: null, organization: null };
      const kept = { id: 'voss', releaseId: 'r', revision: 1, status: 'accepted' } as const;
      const statement: Statement = { ...kept, kind: 'quotation', spans, ...about };
      const parts = post.map((shown): Part => {
        const segments = shown.flatMap((index) => {
          const { start, end } = spans[index] ?? { start: 0, end: 0 };
          const span = { start, end: bare && text[end - 1] === ',' ? end - 1 : end };
          const words = text.slice(span.start, span.end);
          return [' … ', { kind: 'quotation', statementId: 'voss', span, text: words } as const];
        });
        return part('Ida Voss:', ...segments);
      });
      const proof = prove(parts, new Map([['voss', { statement, releaseText: text }]]));
      const whole = post.every((shown) => isWhole(shown, quotation));
      seen[whole ? 'proved' : 'refused'] += 1;
      expect(proof.kind).toBe(whole ? 'proved' : 'refuse');
    }),
    { numRuns: 2_000 },
  );
  expect(seen.proved).toBeGreaterThan(200);
  expect(seen.refused).toBeGreaterThan(200);
});
