/** A phrase that opens an explicit list of organizations. */
export interface Trigger {
  readonly name: string;
  /** Matches up to where the list begins. */
  readonly pattern: RegExp;
  /** How many organizations the list needs to count: a phrase that often precedes something else needs two. */
  readonly atLeast: 1 | 2;
  /** The phrase itself says that organizations follow; without it a list of what may be persons' names does not count. */
  readonly ofGroups?: true;
}

const GROUPS =
  '(?:organizations?|organisations?|groups?|partners?|coalition|alliance|network|allies|supporters|endorsers|signatories|signers|sponsors|co-sponsors|cosponsors|nonprofits|non-profits|charities|unions|coalitions|campaigners|endorsements|members|participants)';
const NEAR = '[^.;:“”"«»]{0,140}?';

/** In order; each list is read once, by the first phrase that opens it. */
export const TRIGGERS: readonly Trigger[] = [
  {
    name: 'groups-including',
    ofGroups: true,
    pattern: new RegExp(`\\b${GROUPS}\\b${NEAR}\\bincluding\\b:?\\s*`, 'giu'),
    atLeast: 1,
  },
  {
    name: 'groups-include',
    ofGroups: true,
    pattern: new RegExp(
      `\\b${GROUPS}\\b(?:\\s+(?:of|for|in|to|on|behind)\\s+${NEAR})?\\s*(?:also\\s+)?(?:include|includes|are)\\b:?\\s*`,
      'giu',
    ),
    atLeast: 2,
  },
  {
    name: 'endorsed-by',
    pattern:
      /\b(?:endorsed|supported|sponsored|co-sponsored|cosponsored)\s+by\b(?:[^.;:“”]{0,60}\borganizations?\b)?:?\s*/giu,
    atLeast: 1,
  },
  {
    name: 'joined-by',
    pattern:
      /\b(?:backed|joined|signed|organized|organised|convened|hosted|led|launched|represented)\s+by\b(?:[^.;:“”]{0,60}\borganizations?\b)?:?\s*/giu,
    atLeast: 2,
  },
  {
    name: 'partnership-with',
    pattern:
      /\b(?:in\s+(?:partnership|collaboration|coalition|conjunction)\s+with|partner(?:s|ed|ing)?\s+with|endorsements?\s+from|support\s+(?:from|of))\s+/giu,
    atLeast: 2,
  },
  {
    name: 'following-groups',
    ofGroups: true,
    pattern: new RegExp(`\\bfollowing\\s+(?:[\\p{Ll}-]+\\s+){0,3}${GROUPS}\\b[^.;:“”]{0,80}:\\s*`, 'giu'),
    atLeast: 1,
  },
  {
    name: 'made-up-of',
    pattern: /\b(?:made up|composed|consists|consisting|comprised)\s+of\s+|\bcompris(?:es|ing)\s+/giu,
    atLeast: 2,
  },
  { name: 'thanked', pattern: /\b(?:thanked|thanks|thank)\s+/giu, atLeast: 2 },
  { name: 'coalition-of', pattern: /\b(?:coalition|alliance)\s+of\s+/giu, atLeast: 2 },
  {
    name: 'label',
    ofGroups: true,
    pattern:
      /^(?:[\p{L}-]+\s+){0,4}(?:partners|signatories|endorsers|supporters|endorsements|organizations|groups|members|sponsors)(?:\s+(?:include|are))?:\s*/giu,
    atLeast: 1,
  },
];

/** A paragraph that announces a list on the lines below it. */
export const LIST_BELOW = new RegExp(
  `(?:\\b${GROUPS}\\b[^.;“”]{0,120}|\\b(?:endorsed|supported|sponsored|signed|joined|organized)\\s+by[^.;“”]{0,80}):$|^(?:endorsing|supporting|participating|partner|member|sponsoring)\\s+(?:organi[sz]ations|groups)[^.]{0,60}:?$|^(?:signatories|endorsers|endorsements|partners)[^.]{0,40}:?$|(?:^|[.]\\s)(?:signed|sincerely)(?:\\s+by)?[,:]?$`,
  'iu',
);

/** "A, B and C are among the companies that …": the list comes first. */
export const AMONG =
  /\b(?:are|were)\s+(?:just\s+)?(?:among|some\s+of)\s+(?:the\s+)?(?:[\p{L}\d,-]+\s+){0,4}(?:companies|organizations|groups|partners|businesses|websites|sites|supporters|signatories|nonprofits|unions|members|endorsers)\b/iu;

/** "A and organizations that …, including B": A belongs to the list. */
export const AND_GROUPS =
  /\s(?:and|along with|together with|joined by)\s+(?:[\d,]+\s+|dozens\s+of\s+|its\s+|several\s+|many\s+)?(?:other\s+)?(?:[\p{Ll}-]+\s+){0,3}(?:organizations?|groups?|partners?|allies|nonprofits)\b/gu;
