import { describe, expect, it } from '@jest/globals';
import { matchOrganization } from '../../../src/domain/organization/index.js';

/** Known organizations whose ids are their names. */
function known(...names: readonly string[]) {
  return names.map((name) => ({ id: name, name }));
}

/** The known name that a release's spelling means. */
function matched(name: string, ...names: readonly string[]): string | null {
  return matchOrganization(name, known(...names))?.id ?? null;
}

describe('a name in a release means the known organization', () => {
  it.each([
    ['another case', 'OPEN DOORS', 'Open Doors'],
    ['another apostrophe', "National Women's Guild", 'National Women’s Guild'],
    ['an apostrophe at a word’s end', "Workers' Table", 'Workers’ Table'],
    ['another dash', 'Arab–Harbor League', 'Arab-Harbor League'],
    ['a dash that does not break the line', 'Arab\u2011Harbor League', 'Arab-Harbor League'],
    ['an article', 'the Farm Union', 'Farm Union'],
    ['no article', 'Trevoir Project', 'The Trevoir Project'],
    ['an ampersand', 'Center for Housing & Dignity', 'Center for Housing and Dignity'],
    ['an ampersand without spaces', 'Food&Water Guard', 'Food & Water Guard'],
    ['a legal ending', 'Shelter Now, Inc.', 'Shelter Now'],
    ['no legal ending', 'Harbor Press', 'Harbor Press LLC'],
    ['a legal ending with stops', 'Netz ohne Grenzen e. V.', 'Netz ohne Grenzen e.V.'],
    ['an ending of two letters', 'Harbor Gas', 'Harbor Gas Co.'],
    ['an ending without a stop', 'Harbor Gas Co', 'Harbor Gas'],
    ['punctuation', 'Farms, Fields, and Food', 'Farms, Fields and Food'],
    ['stops in a short name', 'U.S. Sailors', 'US Sailors'],
    ['double and hard spaces', ' Open \u00A0Doors\n', 'Open Doors'],
    ['signs that nobody sees', 'Open Do\u00ADors\u200B', 'Open Doors'],
    ['an accent written as two characters', 'E\u0301cole du Port', 'École du Port'],
    ['quotation marks', '“Open Doors”', 'Open Doors'],
  ])('spelled with %s', (_difference, name, knownName) => {
    expect(matched(name, 'Harbor Legal Aid', knownName)).toBe(knownName);
    expect(matched(knownName, name)).toBe(name);
  });

  it.each([
    ['Electronic Rights Union (ERU)', 'Electronic Rights Union'],
    ['Electronic Rights Union (ERU)', 'ERU'],
    ['Electronic Rights Union (ERU)', 'E.R.U.'],
    ['ERU (Electronic Rights Union)', 'Electronic Rights Union'],
    ['The Electronic Rights Union, Inc. (ERU)', 'electronic rights union'],
    ['Electronic Rights Union (ERU), Inc.', 'ERU'],
    ['Center for Housing & Dignity (CHD)', 'CHD'],
    ['Fight for the Harbor [FFTH]', 'FFTH'],
    ['Legal Aid Society of Marlow (LAS)', 'LAS'],
    ['Legal Aid Society of Marlow (LASM)', 'Legal Aid Society of Marlow'],
  ])('by either half of %s', (long, name) => {
    expect(matched(name, 'Farm Union', long)).toBe(long);
    expect(matched(long, 'Farm Union', name)).toBe(name);
  });
});

describe('a name in a release means none of the known organizations', () => {
  it.each([
    ['one word more', 'Farm Union of Marlow', 'Farm Union'],
    ['one word less', 'Farm Union', 'Farm Workers Union'],
    ['one word other', 'Farm Union', 'Farm League'],
    ['one letter other', 'Farm Union', 'Farm Unions'],
    ['the words in another order', 'Union Farm', 'Farm Union'],
    ['an accent', 'Ecole du Port', 'École du Port'],
    ['an apostrophe', 'Wells Fund', 'Well’s Fund'],
    ['a possessive ending', 'Open Doors’', 'Open Doors'],
    ['an article inside', 'Friends of the River', 'Friends of River'],
    ['another legal ending', 'Shelter Now, Inc.', 'Shelter Now LLC'],
    ['a state that looks like an ending', 'Shelter Now, CO', 'Shelter Now'],
    ['an ending that "and" joins', 'Harbor & Co.', 'Harbor'],
    ['a place in brackets', 'Teamsters (Marlow)', 'Teamsters'],
    ['a number in brackets', 'Dockers (Local 12)', 'Dockers'],
    ['a place of two letters in brackets', 'Union of Kitchens in Leeds (UK)', 'Union of Kitchens in Leeds'],
    ['another word behind its short form', 'Electronic Rights Union (ERU) Youth', 'Electronic Rights Union'],
    ['a short form that is not given', 'ERU', 'Electronic Rights Union'],
    ['the same short form of another name', 'Energy Relief Union (ERU)', 'Electronic Rights Union (ERU)'],
    ['joined words', 'OpenDoors', 'Open Doors'],
  ])('when they differ by %s', (_difference, name, knownName) => {
    expect(matched(name, knownName)).toBeNull();
    expect(matched(knownName, name)).toBeNull();
  });

  it.each(['', '   ', '—', '(', '“”', '\u00AD', '.', '&', '+', '— Inc.'])(
    'when it holds no word: %j',
    (name) => {
      expect(matched(name, 'Open Doors')).toBeNull();
      expect(matched(name, name)).toBeNull();
    },
  );
});

describe('where several known organizations match', () => {
  it('the one spelled exactly so is meant', () => {
    expect(matched('Open Doors, Inc.', 'Open Doors', 'Open Doors, Inc.')).toBe('Open Doors, Inc.');
    expect(matched('Open Doors', 'Open Doors', 'Open Doors, Inc.')).toBe('Open Doors');
    expect(matched('ERU', 'Energy Relief Union (ERU)', 'ERU')).toBe('ERU');
    expect(matched('E\u0301cole', 'École', 'École Inc.')).toBe('École');
    expect(matched('École', 'E\u0301cole', 'École Inc.')).toBe('E\u0301cole');
  });

  it('and none is spelled exactly so, nobody is: a person decides', () => {
    expect(matched('open doors', 'Open Doors', 'Open Doors, Inc.')).toBeNull();
    expect(matched('ERU', 'Energy Relief Union (ERU)', 'Electronic Rights Union (ERU)')).toBeNull();
  });

  it('and two are spelled exactly so, nobody is', () => {
    const twins = [
      { id: 'one', name: 'Open Doors' },
      { id: 'two', name: 'Open Doors' },
    ];
    expect(matchOrganization('Open Doors', twins)).toBeNull();
  });
});
