import { describe, expect, it } from '@jest/globals';
import { readAs } from './reading.js';
import { paragraph, run, wordFile } from './word-file.js';

const read = (body: string, extras = {}) => readAs('release.docx', wordFile(body, extras));

describe('the text of a Word document', () => {
  it('has its paragraphs, and keeps words apart at a line break within one', async () => {
    const { text, notes } = await read(
      paragraph(run('Media contact:\nAna Ruz\nClear Shore')) + paragraph(run('“We ask,” '), run('she said.')),
    );
    expect(text).toBe('Media contact:\nAna Ruz\nClear Shore\n\n“We ask,” she said.');
    expect(notes).toEqual([]);
  });

  it('keeps headings in their letters, tabs apart, and quotation marks as they are', async () => {
    const heading =
      '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Court hears "the lake"</w:t></w:r></w:p>';
    const tabbed = paragraph('<w:r><w:t>Hearing</w:t><w:tab/><w:t>at nine</w:t></w:r>');
    const { text } = await read(heading + tabbed + paragraph(run('«Oui», ‘yes’, “both”, 5 < 6 & 7')));
    expect(text).toMatch(/^Court hears "the lake"\n\nHearing\s+at nine\n\n«Oui», ‘yes’, “both”, 5 < 6 & 7$/);
  });

  it('writes a table line by line', async () => {
    const cell = (words: string) => `<w:tc>${paragraph(run(words))}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const { text } = await read(
      `<w:tbl>${row('Town', 'Share')}${row('Harbin Falls', '71 percent')}</w:tbl>${paragraph(run('The end.'))}`,
    );
    expect(text).toBe('Town | Share\nHarbin Falls | 71 percent\n\nThe end.');
  });

  it('has the words within fields, links and content controls', async () => {
    const { text } = await read(
      paragraph(
        run('The court '),
        `<w:fldSimple w:instr=" DATE ">${run('sits ')}</w:fldSimple>`,
        `<w:hyperlink w:anchor="x">${run('on Monday')}</w:hyperlink>`,
        `<w:sdt><w:sdtContent>${run(' at nine.')}</w:sdtContent></w:sdt>`,
      ),
    );
    expect(text).toBe('The court sits on Monday at nine.');
  });
});

describe('what to check in a Word document', () => {
  it('tracked changes: read as accepted, and said', async () => {
    const { text, notes } = await read(
      paragraph(
        run('We will '),
        `<w:del w:id="1" w:author="A"><w:r><w:delText>never</w:delText></w:r></w:del>`,
        `<w:ins w:id="2" w:author="A">${run('always')}</w:ins>`,
        run(' ask.'),
      ),
    );
    expect(text).toBe('We will always ask.');
    expect(notes).toEqual(['It has tracked changes, which were read as accepted: check them.']);
  });

  it('comments: left out, and counted', async () => {
    const { text, notes } = await read(
      paragraph(run('We will ask.'), '<w:r><w:commentReference w:id="0"/></w:r>'),
      {
        comments: `<w:comments><w:comment w:id="0" w:author="A">${paragraph(run('Did she say so?'))}</w:comment></w:comments>`,
      },
    );
    expect(text).toBe('We will ask.');
    expect(notes.join(' ')).toContain('It has comments (1)');
  });

  it('footnotes: at the end, and their numbers nowhere in a sentence', async () => {
    const { text, notes } = await read(
      paragraph(run('71 percent'), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(' agree.')),
      {
        footnotes: `<w:footnotes><w:footnote w:id="2">${paragraph(run('A survey of March.'))}</w:footnote></w:footnotes>`,
      },
    );
    expect(text).toBe('71 percent agree.\n\n1. A survey of March.');
    expect(notes.join(' ')).toContain('It has footnotes (1)');
  });

  it('the head of its pages: left out, and named', async () => {
    const { text, notes } = await read(paragraph(run('We will ask.')), {
      header: `<w:hdr>${paragraph(run('EMBARGOED until Monday'))}</w:hdr>`,
    });
    expect(text).toBe('We will ask.');
    expect(notes.join(' ')).toContain('“EMBARGOED until Monday”');
  });

  it('struck-out words: left out, and named', async () => {
    const struck = '<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve">all of </w:t></w:r>';
    const { text, notes } = await read(paragraph(run('We ask '), struck, run('the court.')));
    expect(text).toBe('We ask the court.');
    expect(notes.join(' ')).toContain('“all of”');
  });

  it('hidden text', async () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t> Do not print this.</w:t></w:r>';
    const { notes } = await read(paragraph(run('We ask the court.'), hidden));
    expect(notes.join(' ')).toContain('It has hidden text');
  });
});
