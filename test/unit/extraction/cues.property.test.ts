import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { extract } from '../../../src/domain/extraction/index.js';

const NAMES = [
  'Ana Ruiz',
  'Tihi Haslett',
  'Neema Singh Gulan',
  'Laura W. Murfin',
  'Nuala O’Conner',
  'Jean Carlo Rodrigo',
  'Li Zhao',
  'An-Li Kachel',
  'Ai-jen Pau',
  'Marielena Hincap',
  'Bill McKibbon',
  'Will Wiquest',
  'Grant Smithers',
  'Art Levin',
  'Dean Bakerson',
  'Rose Khatter',
  'Hope Fryer',
  'Christian Small',
  'John B. Kingman Jr.',
  'Martin Lute King III',
  'A. Donald McEach',
  'J. Kirk Webe',
  'Ke’Aun Charls',
  'Ludwig van Bethov',
  'Maria de la Cruz',
  'LaTosha Broun',
  'DeAnn Walkman',
  'Robert “Bobby” Scotter',
  'Dolly Partner-Lane',
  'Georgia O’Keefer',
  'May Boeven',
  'April Jonas',
  'Thea M. Leeds',
  'Sa’iyda Shabbat',
];
const ROLES = [
  'director',
  'executive director',
  'Executive Director',
  'President and CEO',
  'senior policy analyst',
  'staff attorney',
  'Senior Staff Attorney',
  'co-founder',
  'Co-Executive Director',
  'campaign director',
  'Director of Litigation',
  'Director of Government Affairs',
  'policy counsel',
  'Legislative Director',
  'chief of staff',
  'National Director',
  'board chair',
  'organizer',
  'General Counsel',
  'Vice President for Policy',
  'technology fellow',
  'Chief Executive Officer',
  'Interim President',
  'press secretary',
  'Deputy Legal Director',
  'professor of law',
];
const ORGANIZATIONS = [
  'Harbor Civil Liberties Union',
  'Electric Frontier Foundation',
  'Demand Privacy',
  'Open Doors',
  'Light for the Morning',
  'Color of Tomorrow',
  'United We Rise',
  'Restore the Fifth',
  'RootsAct.org',
  'MoveUp',
  'OpenPress',
  'HRWX',
  'Center for Democracy & Wires',
  'League of Harbor Voters',
  'Doctors for Harbor',
  'Physicians for a Harbor Plan',
  'Friends of the River',
  'Food & Water Guard',
  'Churches United for Homes',
  'Catholics for Peace',
  'The Arc of the Harbor',
  'National Women’s Guild',
  '360.org',
  'Farm Union',
  'Alliance for Older Workers',
  'Vietnam Sailors of Harbor',
  'Sanctuary for Families',
  'Justice at Work',
];

type Cue = (name: string, role: string, organization: string) => string;
const WORDS = 'We have waited for this day for a long time, and we will not go back';
const CUES: Readonly<Record<string, Cue>> = {
  'said N, R of O': (n, r, o) => `“${WORDS},” said ${n}, ${r} of ${o}. “It goes on tomorrow.”`,
  'said N, R at O': (n, r, o) => `“${WORDS},” said ${n}, ${r} at ${o}. “It goes on tomorrow.”`,
  'said O R N': (n, r, o) => `“${WORDS},” said ${o} ${r} ${n}. “It goes on tomorrow.”`,
  'N, R of O, said': (n, r, o) => `“${WORDS},” ${n}, ${r} of ${o}, said. “It goes on tomorrow.”`,
  'said N of O': (n, _r, o) => `“${WORDS},” said ${n} of ${o}. “It goes on tomorrow.”`,
  'said N': (n) => `“${WORDS},” said ${n}. “It goes on tomorrow.”`,
  'N, R of O, said: Q': (n, r, o) => `${n}, ${r} of ${o}, said: “${WORDS}.”`,
  'O R N said, Q': (n, r, o) => `${o} ${r} ${n} said, “${WORDS}.”`,
  'according to N': (n, r, o) => `According to ${n}, ${r} at ${o}, “${WORDS}.”`,
  'N issued a statement': (n, r, o) => `${n}, ${r} of ${o}, issued the following statement:\n\n“${WORDS}.”`,
  'N behind a dash': (n, r, o) => `“${WORDS}.”\n— ${n}, ${r}, ${o}`,
  'added N, who': (n, r, o) => `“${WORDS},” added ${n}, who serves as ${r} of ${o}. “It goes on tomorrow.”`,
  'after another quotation': (n, r, o) =>
    `“It is over,” said Jo Fixed, a nurse.\n\n${n}, the ${r} of ${o}, said, “${WORDS}.”`,
  'glued by lost spaces': (n, r, o) => `“${WORDS},”said ${n}, ${r} of ${o}.“It goes on tomorrow.”`,
};

describe('names, roles and organizations of all kinds', () => {
  it.each(Object.entries(CUES))('%s: the words are found whole, and under the right name', (_cue, write) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.constantFrom(...ROLES),
        fc.constantFrom(...ORGANIZATIONS),
        (name, role, organization) => {
          const text = `A headline of some words\n\n${write(name, role, organization)}`;
          const quotation = extract(text).quotations.find(({ spans: [first] }) =>
            text.slice(first?.start).startsWith(WORDS),
          );
          expect(quotation?.speaker).toBe(name);
        },
      ),
      { numRuns: 300 },
    );
  });
});
