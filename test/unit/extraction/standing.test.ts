import { describe, expect, it } from '@jest/globals';
import { extract } from '../../../src/domain/extraction/index.js';

/** What a cue says of the speaker: name, role, organization. */
const CUES: readonly (readonly [string, string, string | null, string | null])[] = [
  ['Ana Ruiz, director of Open Doors', 'Ana Ruiz', 'director', 'Open Doors'],
  [
    'Ana Ruiz, Director of the Border Project at Otro Lado',
    'Ana Ruiz',
    'Director of the Border Project',
    'Otro Lado',
  ],
  [
    'Ana Ruiz, Director of Litigation at the Center for Gender & Refugee Studies (CGRS) and co-counsel',
    'Ana Ruiz',
    'Director of Litigation',
    'Center for Gender & Refugee Studies',
  ],
  ['Ana Ruiz, CTO of Light for the Morning', 'Ana Ruiz', 'CTO', 'Light for the Morning'],
  [
    'Ana Ruiz, President of the Center for Health and Democracy',
    'Ana Ruiz',
    'President',
    'Center for Health and Democracy',
  ],
  [
    'Ana Ruiz, Attorney-In-Charge of the Criminal Practice at The Legal Aid Guild',
    'Ana Ruiz',
    'Attorney-In-Charge of the Criminal Practice',
    'The Legal Aid Guild',
  ],
  [
    'Ana Ruiz, Director of Justice for Student Survivors & Senior Counsel at the National Law Center',
    'Ana Ruiz',
    'Director of Justice for Student Survivors & Senior Counsel',
    'National Law Center',
  ],
  ['Ana Ruiz, Tumbril’s Social Impact Lead', 'Ana Ruiz', 'Social Impact Lead', 'Tumbril'],
  [
    'Ana Ruiz, the Harbor Defense Project’s Acting Executive Director',
    'Ana Ruiz',
    'Acting Executive Director',
    'Harbor Defense Project',
  ],
  ['Ana Ruiz, Digital Director at 350.example.org', 'Ana Ruiz', 'Digital Director', '350.example.org'],
  [
    'Ana Ruiz, Executive Director of Presenta.org, the largest group of its kind',
    'Ana Ruiz',
    'Executive Director',
    'Presenta.org',
  ],
  ['Ana Ruiz, Pastor, Bethel Street Church', 'Ana Ruiz', 'Pastor', 'Bethel Street Church'],
  ['Ana Ruiz, with Light for the Morning', 'Ana Ruiz', null, 'Light for the Morning'],
  ['Ana Ruiz of Demand Progress', 'Ana Ruiz', null, 'Demand Progress'],
  ['Ana Ruiz CEO of Mightywell', 'Ana Ruiz', 'CEO', 'Mightywell'],
  ['Ana Ruiz, an asylum seeker from Honduras', 'Ana Ruiz', 'asylum seeker from Honduras', null],
  ['Human Dignity Campaign President Ana Ruiz', 'Ana Ruiz', 'President', 'Human Dignity Campaign'],
  ['Light for the Morning co-founder, Ana Ruiz', 'Ana Ruiz', 'co-founder', 'Light for the Morning'],
  ['ACLX staff attorney Ana Ruiz', 'Ana Ruiz', 'staff attorney', 'ACLX'],
  ['New York State Attorney General Ana Ruiz', 'Ana Ruiz', 'New York State Attorney General', null],
  ['U.S. Senator Ana Ruiz (D-WA), chair of the Health Committee', 'Ana Ruiz', 'U.S. Senator', null],
  ['Rep. Ana Ruiz (IL-09)', 'Ana Ruiz', 'Rep.', null],
  [
    'Hon. Ana Ruiz, Executive Director of Sanctuary for Families',
    'Ana Ruiz',
    'Executive Director',
    'Sanctuary for Families',
  ],
  [
    'Dr. Ana Ruiz, professor of public health at Marlow State University',
    'Ana Ruiz',
    'professor of public health',
    'Marlow State University',
  ],
];

describe('role and organization of a speaker', () => {
  it.each(CUES)('said %s', (cue, speaker, role, organization) => {
    expect(extract(`“We have won today,” said ${cue}.`).quotations).toEqual([
      expect.objectContaining({ speaker, role, organization }),
    ]);
  });

  it('the next person of a list is not the first one’s organization', () => {
    const text =
      'U.S. Representatives Mark Polk (WI-02), Ro Khan (CA-17), and Jan Schak (IL-09) spoke.\n\n“We won,” said Polk. “We did,” said Khan.';
    const [polk, khan] = extract(text).quotations;
    expect(polk).toMatchObject({ speaker: 'Mark Polk', role: 'U.S. Representative', organization: null });
    expect(khan).toMatchObject({ speaker: 'Ro Khan', organization: null });
  });
});
