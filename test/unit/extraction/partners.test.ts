import { describe, expect, it } from '@jest/globals';
import { extract } from '../../../src/domain/extraction/index.js';

describe('partners', () => {
  it.each([
    [
      'including',
      'A coalition of groups including Light for the Morning and Mijenta wrote to them.',
      ['Light for the Morning', 'Mijenta'],
    ],
    [
      'with partners including, names with commas and ampersands',
      'They act with partners including Legal Network, Inc., Rights & Dissent, Sahi U.S. Inc., and the Welcome Campaign.',
      ['Legal Network, Inc.', 'Rights & Dissent', 'Sahi U.S. Inc.', 'Welcome Campaign'],
    ],
    [
      '"and" inside names',
      'Partners include the Center for Law and Policy, Vital Advocacy and Services, and Harbor House.',
      ['Center for Law and Policy', 'Vital Advocacy and Services', 'Harbor House'],
    ],
    [
      'the last "and" of a list without a comma',
      'It is endorsed by the Grange Alliance, Main Street United and Voices for Children.',
      ['Grange Alliance', 'Main Street United', 'Voices for Children'],
    ],
    [
      'endorsed by, short forms in brackets',
      'It is endorsed by: the American Guild (AG), FEED, and The Lunch Coalition.',
      ['American Guild', 'FEED', 'The Lunch Coalition'],
    ],
    [
      'semicolons',
      'The letter is endorsed by the following organizations: Save Our Stamps; Postal Council; and Mail Union.',
      ['Save Our Stamps', 'Postal Council', 'Mail Union'],
    ],
    [
      'thanked for their work',
      'The Attorney General thanked the Harbor Coalition, Safe Horizons and Sanctuary for Families for their work.',
      ['Harbor Coalition', 'Safe Horizons', 'Sanctuary for Families'],
    ],
    [
      'are among',
      'Tumbril, Kickster, and WordMill are among the companies to support the strike.',
      ['Tumbril', 'Kickster', 'WordMill'],
    ],
    [
      'lines below',
      'Participating organizations include:\n* Open Stacks\n* Readers’ Rights Network\n* Public.Library',
      ['Open Stacks', 'Readers’ Rights Network', 'Public.Library'],
    ],
    [
      'one in front of the list',
      'Otro Lado and organizations that represent it, including the Center for Rights and Forward Law Project, launched it.',
      ['Otro Lado', 'Center for Rights', 'Forward Law Project'],
    ],
    [
      'each name once',
      'Partners include Open Doors and Farm Union. It is endorsed by the Farm Union and the Open Doors Fund.',
      ['Open Doors', 'Farm Union', 'Open Doors Fund'],
    ],
  ])('%s', (_form, text, names) => {
    expect(extract(text).partners).toEqual(names);
  });

  it.each([
    ['persons', 'The campaign was endorsed by Edward Snowdell and Naomi Kline.'],
    [
      'legislators',
      'Others joined in introducing the bill, including: Senators Blum, Book, Brown, and Card.',
    ],
    ['representatives', 'It is cosponsored by Representatives Abbas, Bell, and Curtis.'],
    [
      'kinds of groups',
      'It takes many groups, including governments, scientists, researchers, and individuals.',
    ],
    ['opponents given as examples', 'Many companies like Microhard and Amazin have stayed silent.'],
    ['states', 'Joining are the attorneys general of California, Colorado, and Maine.'],
    ['a people', 'The bill is supported by the American people.'],
    [
      'a list within a quotation',
      '“We work with partners including Open Doors and Farm Union,” said Ana Ruiz.',
    ],
  ])('no list of %s', (_what, text) => {
    expect(extract(text).partners).toEqual([]);
  });
});
