import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guarded, isFormula, unguarded } from '../../../src/infrastructure/csv/formula-guard.js';
import {
  type CsvReading,
  type CsvSeparator,
  LARGEST_CSV_BYTES,
  readCsv,
  writeCsv,
  writePlainCsv,
} from '../../../src/infrastructure/csv/index.js';

const COLUMNS = { required: ['name'], optional: ['why', 'note'], family: /^blank[.]\w+$/ };
const BOM = '\uFEFF';

function read(text: string | Uint8Array): CsvReading {
  return readCsv(typeof text === 'string' ? Buffer.from(text) : text, COLUMNS);
}

function rows(text: string | Uint8Array): (readonly [number, Record<string, string>])[] {
  const reading = read(text);
  if (reading.kind === 'refuse') throw new Error(reading.message);
  expect(reading.faults).toEqual([]);
  return reading.rows.map(({ line, cells }) => [line, Object.fromEntries(cells)]);
}

function refusal(text: string | Uint8Array) {
  const reading = read(text);
  if (reading.kind !== 'refuse') throw new Error('It was read');
  return [reading.because, reading.message] as const;
}

describe('the guard against formulas', () => {
  it.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
    'puts an apostrophe before %j',
    (cell) => {
      expect(isFormula(cell)).toBe(true);
      expect(guarded(cell)).toBe(`'${cell}`);
      expect(unguarded(guarded(cell))).toBe(cell);
    },
  );

  it.each(['’tis', "'tis the day", '', 'a=b', ' =1', "'"])('leaves %j as it is', (cell) => {
    expect(isFormula(cell)).toBe(false);
    expect(guarded(cell)).toBe(cell);
    expect(unguarded(cell)).toBe(cell);
  });

  it('gives every cell back as it was, and lets no formula out', () => {
    const opening = fc.array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '＝', 'a', ' '), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(opening, fc.string(), (begin, rest) => {
        const cell = begin.join('') + rest;
        expect(unguarded(guarded(cell))).toBe(cell);
        expect(isFormula(guarded(cell))).toBe(false);
      }),
    );
  });
});

describe('writing CSV', () => {
  it('is UTF-8 with a byte order mark, CRLF and marks where they are needed', () => {
    expect(
      writeCsv(
        ['name', 'why'],
        [
          ['Ünë', 'a,b'],
          ['say "x"', 'two\nlines'],
          [true, null],
          [1, '=1'],
        ],
      ),
    ).toBe(`${BOM}name,why\r\nÜnë,"a,b"\r\n"say ""x""","two\nlines"\r\nyes,\r\n1,'=1\r\n`);
  });

  it('for another program adds nothing to what a cell says', () => {
    expect(writePlainCsv([['@here', 'x;y']])).toBe('@here,"x;y"\r\n');
  });

  it.each(['comma', 'semicolon', 'tab'] as const)(
    'separated by %s is read back cell by cell as it was',
    (separator: CsvSeparator) => {
      // Line breaks are read as \n; a row without any content is no row.
      const cell = fc
        .string({ unit: 'grapheme', maxLength: 12 })
        .map((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', ''));
      const special = fc.constantFrom(
        '=1',
        "'=1",
        "''@x",
        'a,b',
        'a;b',
        'a\tb',
        '"',
        '""',
        'a\nb',
        ' a ',
        '\n',
        "'",
      );
      const name = fc
        .string({ unit: 'grapheme', minLength: 1 })
        .map((text) => `n${text.replace(/[\0\r]/g, '')}`);
      const row = fc.tuple(name, fc.oneof(cell, special), fc.oneof(special, cell));
      fc.assert(
        fc.property(fc.array(row, { maxLength: 8 }), (table) => {
          const back = rows(writeCsv(['name', 'why', 'note'], table, separator));
          expect(back.map(([, { name: n, why, note }]) => [n, why, note])).toEqual(table);
        }),
      );
    },
  );
});

describe('reading CSV', () => {
  it.each([
    ['commas', 'name,why\nA,b'],
    ['semicolons', 'name;why\nA;b'],
    ['tabs', 'name\twhy\nA\tb'],
    ['a byte order mark', `${BOM}name,why\r\nA,b\r\n`],
    ['a line that names the separator', 'sep=;\nname;why\nA;b'],
    ['CRLF', 'name,why\r\nA,b\r\n'],
    ['CR', 'name,why\rA,b\r'],
    ['names in other spelling', ' Name ,WHY\nA,b'],
    ['quotation marks around all', '"name","why"\n"A","b"'],
    ['empty columns that a spreadsheet left', 'name,why,,\nA,b,,'],
  ])('takes %s', (_what, text) => {
    expect(rows(text).map(([, cells]) => cells)).toEqual([{ name: 'A', why: 'b' }]);
  });

  it('says at which line of the file each row begins, whatever is between', () => {
    const text = 'name,why\r\nA,"one\r\ntwo"\r\n\r\n,\r\nB,x\r\nC,y';
    expect(rows(text)).toEqual([
      [2, { name: 'A', why: 'one\ntwo' }],
      [6, { name: 'B', why: 'x' }],
      [7, { name: 'C', why: 'y' }],
    ]);
    expect(rows('sep=,\nname\nA')).toEqual([[3, { name: 'A' }]]);
  });

  it('takes the columns of a family, and leaves apart a row that does not fit the header', () => {
    const reading = read('name,blank.why\nA,b\nB\nC,d,e\n');
    expect(reading).toMatchObject({ kind: 'read', columns: ['name', 'blank.why'] });
    if (reading.kind === 'refuse') throw new Error(reading.message);
    expect(reading.rows.map(({ line }) => line)).toEqual([2]);
    expect(reading.faults).toEqual([
      { line: 3, column: null, message: expect.stringContaining('has 1 cells and the first line 2') },
      { line: 4, column: null, message: expect.stringContaining('has 3 cells and the first line 2') },
    ]);
  });

  it.each([
    ['nothing', '', 'empty', 'download the template'],
    ['only blanks', ' \n\n', 'empty', 'download the template'],
    ['a workbook', Buffer.from('PK\x03\x04rest', 'latin1'), 'workbook', 'CSV UTF-8'],
    ['UTF-16', Buffer.from('\uFEFFname\nA', 'utf16le'), 'encoding', 'CSV UTF-8'],
    ['Latin-1', Buffer.from('name\nA\nMüller', 'latin1'), 'encoding', 'in line 3'],
    ['a lost column', 'why\nA', 'columns', 'no column “name” (it has why)'],
    ['an unknown column', 'name,wy\nA,b', 'columns', 'no column “wy”'],
    ['a column twice', 'name,name\nA,b', 'columns', 'name stands twice'],
    ['an open quotation mark', 'name\nA\n"B\nC', 'quotes', 'line 3'],
    ['a quotation mark within', 'name\n"B"x\nC', 'quotes', 'line 2'],
    ['too many bytes', `name\n${'A'.repeat(LARGEST_CSV_BYTES)}`, 'too-large', '2 MB'],
  ])('refuses %s and says what to do', (_what, text, because, part) => {
    const [reason, message] = refusal(text);
    expect(reason).toBe(because);
    expect(message).toContain(part);
  });
});
