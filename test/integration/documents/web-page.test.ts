import { describe, expect, it } from '@jest/globals';
import { readAs } from './reading.js';

const LONG =
  'The county court hears the case of the lake on Thursday, and everyone who drinks its water may come and listen, since the doors of the court are open to all on that day.';

function page(article: string, around = ''): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>News</title></head><body>${around}<article>${article}</article></body></html>`;
}

/** The text of an article with enough around the given part that it is taken for one. */
async function inArticle(part: string): Promise<{ text: string; notes: readonly string[] }> {
  const { text, notes } = await readAs(
    'page.html',
    page(`<p>${LONG}</p>${part}<p>${LONG}</p>${`<p>${LONG}</p>`.repeat(3)}`),
  );
  const [, within = ''] = text.split(LONG);
  return { text: within.trim(), notes };
}

describe('the text of a web page', () => {
  it('is its article, and it is said that the rest was left out', async () => {
    const around = '<nav><ul><li><a href="/">Home</a></li><li><a href="/give">Give now</a></li></ul></nav>';
    const { text, notes } = await readAs(
      'page.html',
      page(`<h1>Court hears the lake</h1>${`<p>${LONG}</p>`.repeat(5)}`, around),
    );
    expect(text).toBe(['Court hears the lake', ...Array<string>(5).fill(LONG)].join('\n\n'));
    expect(notes).toEqual([expect.stringContaining('check that nothing of the release is missing')]);
  });

  it('is all of the page where an article cannot be looked for, or is but a box at its side', async () => {
    const links = `<a href="/">“We ask the court to hear the whole valley,” said Ana Ruz.</a>`;
    const box = '<article><p>The newsletter of Clear Shore.</p></article>';
    for (const body of [`<p>“We ask,” said Ana Ruz.</p>${'<i></i>'.repeat(20_001)}`, box + links.repeat(8)]) {
      const { text, notes } = await readAs('page.html', `<html><body>${body}</body></html>`);
      expect(text).toContain('said Ana Ruz.');
      expect(notes).toEqual([expect.stringContaining('all of it was read')]);
    }
  });

  it('names words in quotation marks that stand outside of the article', async () => {
    const aside = '<aside class="sidebar"><p>“The lake is low,” said Ida Fenn.</p></aside>';
    const { notes } = await readAs('page.html', page(`<p>${LONG}</p>`.repeat(6), aside));
    expect(notes.join(' ')).toContain('“The lake is low,” said Ida Fenn.');
  });

  it.each([
    ['a <b>quotation</b>: <i>“We ask</i> the court,” she said', 'a quotation: “We ask the court,” she said'],
    ['<a href="https://clearshore.example">Clear Shore</a>', 'Clear Shore'],
    ['one<br>two', 'one\ntwo'],
    ['<q>We ask,</q> she said', '“We ask,” she said'],
    ['<q>We heard <q>no</q> once,</q> she said', '“We heard ‘no’ once,” she said'],
    ['<q>“We ask,”</q> she said', '“We ask,” she said'],
    [
      '&ldquo;We ask,&rdquo; she said &ndash; &quot;twice&quot; &amp; more',
      '“We ask,” she said – "twice" & more',
    ],
    ['5&nbsp;percent', '5\u00A0percent'],
    ['www.clear&#8203;shore.example', 'www.clear\u200Bshore.example'],
    ['We ask <del>never</del> always', 'We ask always'],
    ['The lake <img src="x.png" alt="a picture"> is low', 'The lake is low'],
    ['The lake<script>alert("“no,” said nobody")</script> is low', 'The lake is low'],
    ['The lake<span style="display:none"> was</span> is low', 'The lake is low'],
  ])('writes %s as a reader sees it', async (html, words) => {
    expect((await inArticle(`<p>${html}.</p>`)).text).toBe(`${words}.`);
  });

  it('leaves headings in their letters, quoted blocks without a sign, and list items on lines of their own', async () => {
    const { text } = await inArticle(
      '<h2>Who asks</h2><blockquote><p>“We ask the court,” said Ana Ruz.</p></blockquote><ul><li>Lake Ossel Trust</li><li>Clear Shore</li></ul><ol><li>One</li><li>Two</li></ol>',
    );
    expect(text).toBe(
      'Who asks\n\n“We ask the court,” said Ana Ruz.\n\n• Lake Ossel Trust\n• Clear Shore\n\n1. One\n2. Two',
    );
  });

  it('says how many quotations were given their marks', async () => {
    expect((await inArticle('<p><q>We ask,</q> she said.</p>')).notes.join(' ')).toContain(
      '(1) were given “ ”',
    );
  });
});

describe('the characters of a web page', () => {
  const body = (head: string) =>
    Buffer.from(
      `<html><head>${head}</head><body><p>\x93Caf\xE9,\x94 said Ana Ruz.</p></body></html>`,
      'latin1',
    );

  it('are told by what the page says', async () => {
    const cyrillic = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>'),
      Buffer.from([0xd1, 0xf3, 0xe4]),
      Buffer.from('</p></body></html>'),
    ]);
    expect((await readAs('page.html', cyrillic)).text).toBe('Суд');
    const equivalent = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">';
    expect((await readAs('page.html', body(equivalent))).text).toBe('“Café,” said Ana Ruz.');
  });

  it('are UTF-8 where they can be, whatever the page says', async () => {
    const lying =
      '<html><head><meta charset="iso-8859-1"></head><body><p>“Café,” said Ana Ruz.</p></body></html>';
    expect((await readAs('page.html', lying)).text).toBe('“Café,” said Ana Ruz.');
  });

  it('are taken for Windows-1252 where nothing says what they are, and that is said', async () => {
    const { text, notes } = await readAs('page.html', body(''));
    expect(text).toBe('“Café,” said Ana Ruz.');
    expect(notes.join(' ')).toContain('Windows-1252');
    expect(await readAs('page.html', body('<meta charset="no-such-charset">'))).toMatchObject({
      text,
      notes,
    });
  });
});
