import { describe, expect, it } from '@jest/globals';
import { parseTemplate } from '../../../src/domain/template/parse-template.js';
import { template, templateSource } from './materials.js';

/** The faults of a template as `line:column message`; the body of a trial begins on line 8. */
function faults(body: string, matter: Readonly<Record<string, string>> = {}): readonly string[] {
  return faultsOf(templateSource(body, matter));
}

function faultsOf(source: string): readonly string[] {
  const parsed = parseTemplate(source, 'trial.liquid');
  if (parsed.kind === 'template') return [];
  return parsed.faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('a template without faults', () => {
  it('is read with all that its front matter says', () => {
    const read = template('Hello {{ organization }}. {{ why }}', {
      networks: '[sandbox, x]',
      length: '{ from: 10, to: 200 }',
      days_before: '{ from: 1, to: 60 }',
      blanks: '[{ name: why, asks: Why are you in?, default: It matters. }]',
    });
    expect(read).toMatchObject({
      fileName: 'trial.liquid',
      name: 'trial',
      networks: ['sandbox', 'x'],
      length: { from: 10, to: 200 },
      daysBefore: { from: 1, to: 60 },
      blanks: [{ name: 'why', asks: 'Why are you in?', default: 'It matters.' }],
    });
    expect(read.parts[0]?.uses).toEqual([
      { name: 'organization', line: 11, column: 10 },
      { name: 'why', line: 11, column: 30 },
    ]);
  });

  it('is for the networks that take threads where it has several parts', () => {
    expect(template('One\n---part---\nTwo', { parts: '2' }).networks).toEqual([
      'sandbox',
      'bluesky',
      'mastodon',
    ]);
  });

  it('reads the same with line ends of Windows', () => {
    expect(faultsOf(templateSource('Hello {{ organization }}').replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('may use apostrophes, conditions, its own assignments and notes', () => {
    const body =
      "{% # a note %}{% assign x = 'a' %}{% if docket %}Don't {{ x }} the partners’ {{ docket }}{% endif %}";
    expect(faults(body)).toEqual([]);
  });
});

describe('a fault of the front matter stands at its line and column', () => {
  it('when there is none', () => {
    expect(faultsOf('Hello')).toEqual([
      '1:1 A template begins with its front matter between two lines of ---.',
    ]);
    expect(faultsOf('')).toHaveLength(1);
    expect(faultsOf('---\nname: x\n')).toHaveLength(1);
  });

  it('when it is no YAML', () => {
    expect(faults('Hello', { purpose: '"open' })[0]).toMatch(/^6:9 The front matter is not YAML/u);
    expect(faultsOf('---\n- a\n- b\n---\nHello')[0]).toMatch(
      /^2:1 Missing: the front matter is a list of keys/u,
    );
    expect(faultsOf('---\nname: a\nname: b\n---\nHello')[0]).toMatch(
      /^3:1 The front matter is not YAML: .*unique/u,
    );
  });

  it('when a value is wrong or missing', () => {
    expect(faults('Hello', { needs: 'quote' })).toEqual([
      '5:8 Wrong value: needs is quotation, fact or none.',
    ]);
    expect(faults('Hello', { networks: '[x, myspace]' })[0]).toMatch(
      /^4:\d+ Wrong value: networks is all, or a list/u,
    );
    expect(faults('Hello', { name: 'My Template' })[0]).toMatch(/^2:7 Wrong value: name is lower-case/u);
    expect(
      faultsOf('---\nname: a\n---\nHello').some(
        (fault) => fault === '2:1 Missing: purpose is one sentence on when to use the template.',
      ),
    ).toBe(true);
    expect(faults('Hello', { length: '{ from: 9, to: 3 }' })[0]).toMatch(
      /^7:9 Wrong value: length is a range/u,
    );
    expect(faults('{{ speaker }}', { blanks: '[{ name: speaker, asks: Who? }]' })[0]).toMatch(
      /^7:18 Wrong value: blanks/u,
    );
  });

  it('when by_name is neither true nor false, or a blank says what no blank knows', () => {
    expect(faults('Hello', { by_name: 'maybe' })).toEqual([
      '7:10 Wrong value: by_name is true or false: a template with true is used only by waves that name it.',
    ]);
    expect(faults('{{ why }}', { blanks: '[{ name: why, asks: Why?, exampel: So. }]' })).toEqual([
      '7:35 The front matter knows no key exampel. Did you mean example?',
    ]);
  });

  it('when a key is unknown, with the nearest known one', () => {
    expect(faults('Hello', { lenght: '{ from: 1, to: 3 }' })).toEqual([
      '7:1 The front matter knows no key lenght. Did you mean length?',
    ]);
  });

  it('when the number of parts is another', () => {
    expect(faults('One\n---part---\nTwo')[0]).toMatch(
      /^7:1 The front matter says 1 parts, and the text has 2/u,
    );
    expect(faults('One\n---part---\n\n', { parts: '2' })).toEqual(['10:1 A part of the template is empty.']);
  });

  it('when a network that it names takes no threads', () => {
    expect(faults('One\n---part---\nTwo', { parts: '2', networks: '[x]' })[0]).toMatch(/X takes no threads/u);
  });

  it('when it promises something that the text lacks', () => {
    expect(faults('Hello', { needs: 'quotation' })[0]).toMatch(/needs a quotation and never shows it/u);
    expect(faults('Hello', { needs: 'fact' })[0]).toMatch(/needs a fact and never shows it/u);
    expect(faults('Hello', { blanks: '[{ name: why, asks: Why? }]' })[0]).toMatch(
      /blank why is asked for and never shown/u,
    );
  });
});

describe('a fault of the text stands at its line and column', () => {
  it.each([
    ['Hello\n {{ organization', '9:2 Liquid cannot read this: output "{{ organization " not closed.'],
    ['{% if docket %}Hello', '8:1 Liquid cannot read this: tag {% if docket %} not closed.'],
    [
      '{% iff docket %}',
      '8:1 There is no tag iff here. Did you mean if? The tags are if, unless, case, assign, #.',
    ],
    ['One\n\n  {% for x in (1..3) %}{% endfor %}', '10:3 There is no tag for here.'],
    ['{% capture x %}{{ link }}{% endcapture %}', '8:1 There is no tag capture here.'],
    ['{% raw %}{{ x }}{% endraw %}', '8:1 There is no tag raw here.'],
    ['{{ campaign | upcas }}', '8:1 There is no filter upcas here. Did you mean upcase?'],
    ['{{ campaign | truncate: 5 }}', '8:1 There is no filter truncate here.'],
    ['{{ "now" | date: "%s" }}', '8:1 There is no filter date here.'],
  ])('in %j', (body, fault) => {
    expect(faults(body)[0]).toContain(fault);
  });

  it('when a name is no variable, with the nearest one, each of them', () => {
    expect(faults('{{ organisation }}\n{{ campaign.name }} {% if xyzzy %}{% endif %}')).toEqual([
      '8:4 There is no variable organisation. Did you mean organization?',
      '9:4 There is no variable campaign.name. Did you mean campaign?',
      '9:27 There is no variable xyzzy.',
    ]);
  });

  it('in the second part of a thread, counted from the file’s first line', () => {
    expect(faults('One\n---part---\n\n{{ xyzzy }}', { parts: '2' })).toEqual([
      '11:4 There is no variable xyzzy.',
    ]);
  });

  it('when a variable comes from a statement that the template does not ask for', () => {
    expect(faults('{{ fact }}')).toEqual([
      '8:4 fact comes from a fact: write needs: fact in the front matter.',
    ]);
  });

  it('when a quotation stands in a part without its speaker', () => {
    expect(
      faults('{{ speaker }} says:\n---part---\n{{ quotation }}', { parts: '2', needs: 'quotation' }),
    ).toEqual([
      '10:4 The quotation stands in a part that does not name who said it: write {{ speaker }} in the same part.',
    ]);
  });

  it('when it splits a quotation that no part, or more than one, shows', () => {
    const split = { parts: '2', needs: 'quotation', split: 'sentences', networks: '[bluesky]' };
    const twice = faults('{{ speaker }}: {{ quotation }}\n---part---\n{{ quotation }} {{ speaker }}', split);
    expect(twice).toEqual([
      expect.stringContaining('split: sentences repeats the part that shows {{ quotation }}'),
    ]);
    expect(faults('{{ quotation }} {{ speaker }}', { needs: 'quotation', split: 'words' })).toEqual([
      expect.stringContaining('split is sentences'),
    ]);
    expect(
      faults('{{ quotation }} {{ speaker }}', { needs: 'quotation', split: 'sentences', networks: '[x]' }),
    ).toEqual([expect.stringContaining('X takes no threads')]);
  });

  it('when a filter would touch the words of a source', () => {
    expect(faults('{{ quotation | upcase }} {{ speaker }}', { needs: 'quotation' })).toEqual([
      '8:16 The filter upcase would change words of the release or an address: show them as they are.',
    ]);
  });

  it('when the text brings quotation marks of its own', () => {
    expect(faults('Hello\nthey call it “over”')[0]).toMatch(/^9:14 Quotation marks come only from/u);
    expect(faults('Hello "you"')[0]).toMatch(/^8:7 Quotation marks/u);
    expect(faults("{{ organization }}'s 'river'")[0]).toMatch(/^8:22 Quotation marks/u);
    expect(faults('{{ campaign | append: "”" }}')[0]).toMatch(/^8:24 Quotation marks/u);
  });

  it('when it holds a reserved character', () => {
    expect(faults('Hello \uE0000\uE001')).toEqual(['8:7 This character is reserved: type that place anew.']);
  });

  it('when it gives another meaning to a variable', () => {
    expect(faults('{% assign speaker = "Me" %}Hello')[0]).toMatch(/^8:\d+ speaker has a meaning already/u);
  });
});
