import { describe, expect, it } from '@jest/globals';
import { reanchor, type AnchoredStatement } from '../../../src/domain/extraction/index.js';
import {
  RELEASE,
  HEAT,
  LAW,
  COATS,
  SHARE,
  quotationOver,
  statementsOf,
  corrected,
  correct,
  flagOf,
  ids,
} from './correction-of-release.js';

describe('a statement is flagged', () => {
  it('as reworded, with the new words to look at, which are proposed anew', () => {
    const result = correct(RELEASE, ['until every block has heat', 'before every block has heat']);
    const flag = flagOf(result, HEAT);
    expect(flag?.because).toBe('words-changed');
    expect(flag?.message).toBe(
      '“We will not stop until every …” seems to read “before every block has heat, …” in the new text, where it read “until every block has heat, …”: look at the new words, and accept them there.',
    );
    const likely = flag?.likely?.map(({ start, end }) => result.text.slice(start, end));
    expect(likely).toEqual(['We will not stop before every block has heat,', 'Nobody chose this cold.']);
    expect(result.fresh.map(({ spans }) => spans)).toEqual([flag?.likely]);
  });

  it('as reworded when its quotation goes on: the old words may say what nobody said', () => {
    const result = correct(RELEASE, [`has to be kept,”`, `has to be kept if the Court keeps it,”`]);
    expect(flagOf(result, LAW)).toMatchObject({ because: 'words-changed' });
    expect(flagOf(result, LAW)?.message).toContain('seems to read “kept if the Court keeps …”');
    const more = correct(RELEASE, ['Nobody chose this cold.', 'Nobody chose this cold. We did not.']);
    expect(flagOf(more, HEAT)?.message).toContain('seems to go on in the new text with “We did not.”');
    const less = correct(more.text, ['cold. We did not.', 'cold.']);
    expect(flagOf(less, HEAT)?.message).toContain('seems to end in the new text before “We did not.”');
  });

  it('as reworded when a line of it is broken elsewhere', () => {
    const result = correct(RELEASE, ['in their coats', 'in their\ncoats']);
    expect(flagOf(result, COATS)?.because).toBe('words-changed');
    expect(flagOf(result, COATS)?.message).toContain('other spaces or line breaks');
  });

  it('as reworded when an interruption is gone', () => {
    const result = correct(RELEASE, [
      ',” said Ana Ruiz, director of Open Doors. “Nobody chose this cold.”',
      ', Nobody chose this cold.” said Ana Ruiz, director of Open Doors.',
    ]);
    expect(flagOf(result, HEAT)).toMatchObject({ because: 'words-changed' });
  });

  it('when words go on where a person had moved its end beyond the paragraph that the rules read', () => {
    const old = 'Headline\n\nBo Lund said, “They closed it first.\n\nAnd then they left us all.\n';
    const statement = quotationOver(old, 'They closed it first.\n\nAnd then they left us all');
    const same = reanchor(old, `${old}\nMore on this follows.\n`, [statement]);
    expect(same.standing).toEqual([{ id: statement.id, spans: statement.spans, figures: [] }]);
    const longer = reanchor(old, old.replace('us all.', 'us allies.'), [statement]);
    expect(longer.flagged).toMatchObject([{ because: 'words-changed' }]);
    const other = reanchor(old, old.replace('left us', 'kept us'), [statement]);
    expect(other.flagged).toMatchObject([{ because: 'words-changed' }]);
  });

  it('when words that a person had taken in are now a statement of their own', () => {
    const old = '\nIn 2021 they left the town\n\nand closed it first of all,” said Bo Lund, a nurse.\n';
    const statement = quotationOver(old, 'In 2021 they left the town\n\nand closed it first of all,');
    expect(reanchor(old, old, [statement]).standing).toHaveLength(1);
    const { standing, flagged, fresh } = reanchor(old, `A Corrected Release\n\n${old}`, [statement]);
    expect(standing).toEqual([]);
    expect(flagged).toMatchObject([{ because: 'words-changed' }]);
    expect(fresh.map(({ kind }) => kind)).toEqual(['fact', 'quotation']);
  });

  it('when the words to which a person moved its ends stood marked elsewhere before', () => {
    const words = 'They closed it first, and then they left,';
    const marked = `“${words}” said Bo Lund.\n`;
    const old = `Headline\n\nIt was in May. ${words}” said Bo Lund.\n\n${marked}`;
    const { standing, flagged } = reanchor(old, `Headline\n\n${marked}`, [quotationOver(old, words)]);
    expect(standing).toEqual([]);
    expect(flagged).toHaveLength(1);
  });

  it('as another’s when the speaker is corrected', () => {
    const result = correct(RELEASE, ['said Bo Lund, a staff', 'said Cy Moss, a staff']);
    expect(flagOf(result, LAW)).toMatchObject({
      because: 'speaker-changed',
      message:
        '“The rule is the law, and …” is now said by Cy Moss (was Bo Lund): look who says it, and accept it there.',
    });
    expect(result.fresh).toMatchObject([{ speaker: 'Cy Moss' }]);
  });

  it('as another’s when a surname now means somebody else', () => {
    const result = correct(RELEASE, ['said Ana Ruiz', 'said Eva Ruiz']);
    expect(flagOf(result, COATS)).toMatchObject({ because: 'speaker-changed' });
    expect(flagOf(result, COATS)?.message).toContain('Eva Ruiz (was Ana Ruiz)');
  });

  it('as another’s when somebody joins in saying it', () => {
    const result = correct(RELEASE, [
      'said Bo Lund, a staff attorney at the Farm Union',
      'said Bo Lund and Cy Moss',
    ]);
    expect(flagOf(result, LAW)?.because).toBe('speaker-changed');
    expect(flagOf(result, LAW)?.message).toContain('Bo Lund and Cy Moss (was Bo Lund)');
  });

  it('as another’s when it is another organization that says it', () => {
    const words = 'Heat is no favor, and we will say so in court,';
    const old = `Headline\n\n“${words}” the Farm Union said in a statement.\n`;
    const result = correct(old, ['Farm Union', 'Harbor Union']);
    expect(flagOf(result, words)?.message).toContain('is now said by Harbor Union (was Farm Union)');
  });

  it('when the role is corrected', () => {
    const result = correct(RELEASE, ['director of Open Doors', 'executive director of Open Doors']);
    expect(flagOf(result, HEAT)?.because).toBe('speaker-changed');
    expect(flagOf(result, HEAT)?.message).toContain(
      'Ana Ruiz, whose role is now “executive director” (was “director”)',
    );
  });

  it('when the organization is corrected', () => {
    const result = correct(RELEASE, ['attorney at the Farm Union', 'attorney at the Harbor Union']);
    expect(flagOf(result, LAW)?.because).toBe('speaker-changed');
    expect(flagOf(result, LAW)?.message).toContain('organization is now “Harbor Union” (was “Farm Union”)');
  });

  it('when the people who may have said it are others', () => {
    const words = 'It was a long winter for all of us,';
    const old = `Headline of the release\n\nSen. Bo Lund and Rep. Cy Lund met the press. It rained.\n\nThe hall was cold.\n\n“${words}” said Lund.\n`;
    const result = correct(old, ['Cy Lund', 'Di Lund']);
    expect(flagOf(result, words)?.message).toContain(
      'can now be said by Bo Lund or Di Lund (was Bo Lund or Cy Lund)',
    );
  });

  it('as gone when the quotation is dropped', () => {
    const result = correct(RELEASE, [`“${COATS}” Ruiz added.`, 'The coalition will wait for the ruling.']);
    expect(flagOf(result, COATS)).toEqual({
      id: COATS,
      because: 'gone',
      message:
        '“My children slept in their coats …” no longer stands in the new text: look there what became of it, or do without it.',
      likely: null,
    });
  });

  it('as gone when only another person says something like it, or two new sentences are as like', () => {
    const other = correct(RELEASE, [
      `“${LAW}” said Bo Lund`,
      '“The rule is the law, and the law has to be obeyed,” said Cy Moss',
    ]);
    expect(flagOf(other, LAW)).toMatchObject({ because: 'gone', likely: null });
    const two = correct(RELEASE, [
      `“${COATS}” Ruiz added.`,
      '“My children slept in their coats for six long weeks,” Ruiz added.\n\n“My children slept in their coats for ten long weeks,” Ruiz added.',
    ]);
    expect(flagOf(two, COATS)).toMatchObject({ because: 'gone', likely: null });
  });

  it('without an offer where the new text says more than a hundred new things', () => {
    const release = (verb: string) =>
      Array.from(
        { length: 101 },
        (_, n) => `“We ${verb} it to block ${n},” said Ana Ruiz, a nurse.\n\n`,
      ).join('');
    const result = reanchor(release('said'), release('told'), statementsOf(release('said')));
    expect(new Set(result.flagged.map(({ because }) => because))).toEqual(new Set(['gone']));
    expect(result.fresh).toHaveLength(101);
  });

  it('as no longer quoted when only its marks are gone', () => {
    const result = correct(RELEASE, [
      `“${COATS}” Ruiz added.`,
      `Ruiz said that my children slept in their coats for nine long weeks.`,
    ]);
    expect(flagOf(result, COATS)).toMatchObject({ because: 'no-longer-quoted', likely: null });
  });

  it('as gone when the quotation became a paraphrase', () => {
    const result = correct(RELEASE, [
      `“${COATS}” Ruiz added.`,
      `Ruiz said that her children had slept in coats for more than two months.`,
    ]);
    expect(flagOf(result, COATS)).toMatchObject({ because: 'gone' });
  });

  it('as a fact with another figure, or with another source', () => {
    const figure = correct(RELEASE, ['40 percent', '45 percent']);
    expect(flagOf(figure, SHARE)).toMatchObject({ because: 'words-changed' });
    const source = correct(RELEASE, ['the Harbor Institute', 'the Hill Institute']);
    expect(flagOf(source, SHARE)).toMatchObject({ because: 'source-changed' });
    expect(flagOf(source, SHARE)?.message).toContain('source “Hill Institute” (was “Harbor Institute”)');
    const likely = flagOf(source, SHARE)?.likely?.map(({ start, end }) => source.text.slice(start, end));
    expect(likely).toEqual([SHARE.replace('Harbor', 'Hill')]);
  });

  it('as a fact whose source changed, though a person had cut the source off', () => {
    const start = RELEASE.indexOf('40 percent');
    const end = RELEASE.indexOf('last winter.') + 12;
    const figures = [{ start, end: start + 10 }];
    const cut = { id: 'cut', kind: 'fact', spans: [{ start, end }], figures } as const;
    const text = corrected(RELEASE, ['the Harbor Institute', 'the Hill Institute']);
    expect(reanchor(RELEASE, text, [cut]).flagged).toMatchObject([{ because: 'source-changed' }]);
  });

  it('as a fact whose figures or source the new sentence no longer names, though its words are those kept', () => {
    const kept = '40 percent of homes on the east side had no heat last winter.';
    const over = (old: string): AnchoredStatement => {
      const { spans, figures } = quotationOver(old, kept);
      const start = spans[0]?.start ?? 0;
      return { id: kept, kind: 'fact', spans, figures: [...figures, { start, end: start + 10 }] };
    };
    const sourced = reanchor(RELEASE, corrected(RELEASE, [SHARE, kept]), [over(RELEASE)]);
    expect(sourced.flagged).toMatchObject([{ because: 'source-changed' }]);
    const old = corrected(RELEASE, ['According to the Harbor Institute, 40', 'In 2029, 40']);
    const dated = reanchor(old, corrected(old, ['In 2029, 40', '40']), [over(old)]);
    expect(dated.flagged).toMatchObject([{ because: 'words-changed' }]);
    expect(dated.flagged[0]?.message).toContain('is read with other figures');
  });

  it('as a fact with a figure that is not among its words', () => {
    const fact = statementsOf(RELEASE).find(({ id }) => id === SHARE) as AnchoredStatement;
    const stray = { ...fact, figures: [{ start: 0, end: 6 }] };
    expect(reanchor(RELEASE, RELEASE, [stray]).flagged).toMatchObject([{ because: 'words-changed' }]);
  });

  it('as a fact when it now stands in somebody’s mouth', () => {
    const result = correct(RELEASE, [SHARE, `“${SHARE}” said Bo Lund.`]);
    expect(flagOf(result, SHARE)).toMatchObject({ because: 'gone' });
  });

  it('when it lies on nothing that the rules find', () => {
    const statements: AnchoredStatement[] = [
      quotationOver(RELEASE, 'Harbor Groups'),
      { ...quotationOver(RELEASE, LAW), id: 'of another kind', kind: 'fact' },
      quotationOver(RELEASE, RELEASE.slice(RELEASE.indexOf(HEAT), RELEASE.indexOf(COATS))),
      { id: 'nowhere', kind: 'quotation', spans: [], figures: [] },
    ];
    const { standing, flagged } = reanchor(RELEASE, RELEASE, statements);
    expect(standing).toEqual([]);
    expect(ids(flagged)).toEqual(ids(statements));
  });
});
