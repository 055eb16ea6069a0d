import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { countGraphemes, measure } from '../../../src/domain/network/measure.js';
import { isNetwork, NETWORK_RULES, NETWORKS } from '../../../src/domain/network/network.js';

describe('networks', () => {
  it('knows its own names and no other', () => {
    expect(NETWORKS.every(isNetwork)).toBe(true);
    expect(['X', 'facebook', '', 'toString'].some(isNetwork)).toBe(false);
  });

  it('allows threads only where every part can be sent by the service', () => {
    expect(NETWORKS.filter((network) => NETWORK_RULES[network].threads)).toEqual([
      'sandbox',
      'bluesky',
      'mastodon',
    ]);
  });
});

describe('measuring a text as its network does', () => {
  it('counts an emoji family and an accented letter as one on Bluesky and the sandbox', () => {
    const text = '👩‍👩‍👧é';
    expect(measure('bluesky', text)).toEqual({ count: 2, limit: 300, fits: true, unit: 'grapheme' });
    expect(measure('sandbox', text).count).toBe(2);
  });

  it('takes exactly the limit and refuses one more', () => {
    for (const network of NETWORKS) {
      const { textLimit } = NETWORK_RULES[network];
      expect(measure(network, 'a'.repeat(textLimit)).fits).toBe(true);
      expect(measure(network, 'a'.repeat(textLimit + 1))).toMatchObject({
        count: textLimit + 1,
        fits: false,
      });
    }
  });

  it('refuses few graphemes of too many bytes on Bluesky, and says bytes', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(measure('bluesky', family.repeat(121))).toEqual({
      count: 121 * 25,
      limit: 3000,
      fits: false,
      unit: 'byte',
    });
  });

  it('weighs for X: addresses 23, emoji and CJK 2, curly marks and dashes 1, ellipsis and euro 2', () => {
    expect(measure('x', 'see example.org now').count).toBe(31);
    expect(measure('x', 'https://example.org/a/very/long/path/that/goes/on/and/on').count).toBe(23);
    expect(measure('x', '“”—').count).toBe(3);
    expect(measure('x', '…€').count).toBe(4);
    expect(measure('x', '👩‍👩‍👧').count).toBe(2);
    expect(measure('x', '川').count).toBe(2);
    expect(measure('x', 'é').count).toBe(1);
  });

  it('counts addresses 23 and remote mentions without their server on Mastodon', () => {
    expect(measure('mastodon', 'https://example.org/a/very/long/path/that/goes/on').count).toBe(23);
    expect(measure('mastodon', 'See https://example.org/long/enough/to/matter.').count).toBe(4 + 23 + 1);
    expect(measure('mastodon', '@river@social.example').count).toBe('@river'.length);
    expect(measure('mastodon', 'mail river@social.example').count).toBe('mail river@social.example'.length);
  });

  it('takes the limit that a server states in place of the default', () => {
    expect(measure('mastodon', 'a'.repeat(600), 1000)).toMatchObject({ limit: 1000, fits: true });
  });

  it('counts an emoji as its bytes on Threads, and at most five links', () => {
    expect(measure('threads', 'hi 🌊').count).toBe(3 + 4);
    const links = (count: number) =>
      Array.from({ length: count }, (_, i) => `https://example.org/${i}`).join(' ');
    expect(measure('threads', links(5)).fits).toBe(true);
    expect(measure('threads', links(6))).toEqual({ count: 6, limit: 5, fits: false, unit: 'link' });
  });

  it('counts plain Latin text as the segmenter does, without it', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const characters = fc.oneof(
      ...['\n ', ' ~', '\u00A1\u024F', '\u2010\u2027', '\u0300\u0310', '\u{1F300}\u{1F3FF}']
        .map((ends) => Array.from(ends))
        .map(([from, to]) =>
          fc
            .integer({ min: from?.codePointAt(0) ?? 0, max: to?.codePointAt(0) ?? 0 })
            .map((code) => String.fromCodePoint(code)),
        ),
    );
    fc.assert(
      fc.property(fc.array(characters), (text) => {
        const joined = text.join('');
        expect(countGraphemes(joined)).toBe([...segmenter.segment(joined)].length);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts nothing in an empty text', () => {
    expect(countGraphemes('')).toBe(0);
    expect(NETWORKS.map((network) => measure(network, '').count)).toEqual(NETWORKS.map(() => 0));
  });
});
