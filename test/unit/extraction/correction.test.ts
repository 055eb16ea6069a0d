import { describe, expect, it } from '@jest/globals';
import { extract, reanchor } from '../../../src/domain/extraction/index.js';
import {
  RELEASE,
  HEAT,
  LAW,
  COATS,
  SHARE,
  statementsOf,
  quotationOver,
  correct,
  standingWords,
  ids,
} from './correction-of-release.js';

describe('a statement stands', () => {
  it('in the same text, all of them, and nothing is new', () => {
    const { standing, flagged, fresh, partners } = correct(RELEASE);
    expect(standing).toEqual(statementsOf(RELEASE).map(({ id, spans, figures }) => ({ id, spans, figures })));
    expect(ids(standing)).toEqual(expect.arrayContaining([HEAT, LAW, COATS, SHARE]));
    expect(flagged).toEqual([]);
    expect(fresh).toEqual([]);
    expect(partners).toEqual(['Open Doors', 'Farm Union', 'Nurses for Heat']);
  });

  it('with its very words when a typo is corrected elsewhere', () => {
    const result = correct(RELEASE, ['asked the Court of Marlow', 'today asked the high Court of Marlow']);
    expect(result.flagged).toEqual([]);
    expect(standingWords(result)).toContainEqual([HEAT, 'Nobody chose this cold.']);
    expect(standingWords(result)).toContainEqual([LAW]);
  });

  it('when its paragraph moves', () => {
    const paragraph = `“${LAW}” said Bo Lund, a staff attorney at the Farm Union.\n\n`;
    const result = correct(RELEASE, [paragraph, ''], ['The coalition has', `${paragraph}The coalition has`]);
    expect(result.flagged).toEqual([]);
    expect(standingWords(result)).toContainEqual([LAW]);
  });

  it('when a hearing’s date is corrected in prose, which is a fact of its own', () => {
    const result = correct(RELEASE, ['March 4, 2031', 'March 11, 2031']);
    expect(ids(result.standing)).toEqual([HEAT, LAW, COATS, SHARE]);
    expect(result.flagged).toMatchObject([{ because: 'words-changed' }]);
    expect(result.fresh).toHaveLength(1);
  });

  it('when line breaks of another kind stand between paragraphs', () => {
    const windows = RELEASE.replaceAll('\n', '\r\n');
    const result = reanchor(RELEASE, windows, statementsOf(RELEASE));
    expect(result.flagged).toEqual([]);
    expect(standingWords({ ...result, text: windows })).toContainEqual([HEAT, 'Nobody chose this cold.']);
  });

  it('when its speaker is named in full here and by surname there, and both are the same person', () => {
    const result = correct(RELEASE, ['Ruiz added', 'Ana Ruiz added']);
    expect(result.flagged).toEqual([]);
  });

  it('when marks of another shape stand around the same words', () => {
    const result = correct(RELEASE, [`“${LAW}”`, `"${LAW}"`]);
    expect(standingWords(result)).toContainEqual([LAW]);
  });

  it('where a person moved its ends, over the same characters', () => {
    const statement = quotationOver(RELEASE, 'until every block has heat');
    const result = reanchor(RELEASE, `Corrected.\n\n${RELEASE}`, [statement]);
    expect(standingWords({ ...result, text: `Corrected.\n\n${RELEASE}` })).toEqual([
      ['until every block has heat'],
    ]);
  });

  it('where a person moved its start to the mark that the corrected release has set', () => {
    const old = 'Headline\n\nIt was in May. They closed it first, and then they left,” said Bo Lund.\n';
    const statement = quotationOver(old, 'They closed it first, and then they left,');
    expect(extract(old).quotations[0]?.spans).not.toEqual(statement.spans);
    const result = reanchor(old, old.replace('They', '“They'), [statement]);
    expect(standingWords({ ...result, text: old.replace('They', '“They') })).toEqual([
      ['They closed it first, and then they left,'],
    ]);
    expect(result.fresh).toEqual([]);
  });

  it('with its figures, each over the same characters', () => {
    const result = correct(RELEASE, ['Harbor Groups', 'All Harbor Groups']);
    const fact = result.standing.find(({ id }) => id === SHARE);
    expect(fact?.figures.map(({ start, end }) => result.text.slice(start, end))).toEqual(['40 percent']);
  });
});

describe('words that stand more than once', () => {
  const ONCE = `“${LAW}” said Bo Lund, a staff attorney at the Farm Union.`;
  const MOSS = `“${LAW}” said Cy Moss, a staff attorney at the Farm Union.`;
  const TWICE = `Headline of this release\n\n${ONCE}\n\nThe Court will hear them in spring.\n\n${MOSS}\n`;

  it('stand each at its own place while there are as many of them', () => {
    const result = correct(TWICE, ['in spring', 'in late spring']);
    expect(result.flagged).toEqual([]);
    const speakers = result.standing.map(({ spans: [first] }) =>
      result.text.slice(first?.end ?? 0).slice(0, 14),
    );
    expect(speakers).toEqual(['” said Bo Lund', '” said Cy Moss']);
  });

  it('are flagged when one more or one less of them stands there', () => {
    const more = correct(TWICE, ['The Court', `${ONCE}\n\nThe Court`]);
    expect(more.standing).toEqual([]);
    expect(more.flagged.map(({ because }) => because)).toEqual(['several-places', 'several-places']);
    expect(more.flagged[0]?.message).toContain('stands 3 times in the new text (was twice)');
    const less = correct(TWICE, [`${ONCE}\n\n`, '']);
    expect(less.flagged.map(({ because }) => because)).toEqual(['several-places', 'several-places']);
    expect(less.fresh).toHaveLength(1);
  });

  it('are flagged when their places are exchanged: no mouth takes the other’s words', () => {
    const text = `Headline of this release\n\n${MOSS}\n\nThe Court will hear them in spring.\n\n${ONCE}\n`;
    const { standing, flagged } = reanchor(TWICE, text, statementsOf(TWICE));
    expect(standing).toEqual([]);
    expect(flagged.map(({ because }) => because)).toEqual(['several-places', 'several-places']);
  });

  it('are not counted where they are no quotation', () => {
    const result = correct(RELEASE, ['Harbor Groups Ask', `Lund: ${LAW} Harbor Groups Ask`]);
    expect(standingWords(result)).toContainEqual([LAW]);
  });
});

describe('where the text itself does not say who speaks', () => {
  const UNSAID = `The headline of this release

The tenants of Pier Street met in the hall on Monday.

“We have no heat, and we have no time to lose.”

The mayor left before the end.

The Court will hear them in spring.
`;

  it('a statement stands while the paragraphs around it are the same', () => {
    expect(extract(UNSAID).quotations).toMatchObject([{ speaker: null }]);
    const result = correct(UNSAID, ['in spring', 'in autumn']);
    expect(ids(result.standing)).toContain('We have no heat, and we have no time to lose.');
  });

  it('it is flagged when one of them changed: a person had decided by them', () => {
    const result = correct(UNSAID, ['tenants of Pier Street', 'landlords of Pier Street']);
    expect(result.standing).toEqual([]);
    expect(result.flagged).toMatchObject([{ because: 'speaker-changed' }]);
    expect(result.flagged[0]?.message).toContain('does not say for sure who says it');
  });
});
