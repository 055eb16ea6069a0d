import type { Span } from '../../statement/statement.js';

/** Who a release attributes a figure to, and whether that says which source it is. */
export interface Source {
  readonly name: string;
  readonly vague: boolean;
}

const REPORT_NOUN =
  'poll|polls|survey|surveys|study|studies|report|reports|analysis|analyses|research|data|figures|statistics|projections|estimates|estimate|investigation|audit|census|review|findings|numbers|records|documents';
const FINDS =
  'found|finds|find|shows?|showed|reports?|reported|estimates?|estimated|says?|said|indicates?|indicated|suggests?|suggested|reveals?|revealed|concluded|concludes|projects?|projected|added|added that|documented|counted|has found|have found|has shown|have shown|identified|according';

const ACCORDING = /\baccording to\s+(?:an?\s*|the\s*)?/iu;
const ORGANIZATION =
  "[\\p{Lu}\\d][\\p{L}\\p{N}.&’'-]*(?:\\s+(?:(?:of|for|the|on|and|&|to|in|as)\\s+){0,2}[\\p{Lu}\\d][\\p{L}\\p{N}.&’'-]*){0,9}";
const TAKEN =
  '(?:\\s+(?:published|released|conducted|issued|commissioned|taken|done|recently|earlier|last|this|year|month|week|spring|summer|fall|winter|in|\\d{4}))*';
const BY = new RegExp(
  `\\b(?:${REPORT_NOUN})${TAKEN}\\s+(?:by|from|of)\\s+(?:the\\s+)?(${ORGANIZATION})`,
  'u',
);
const OWNER_FINDS = new RegExp(
  `^(?:[^\\p{Lu}\\d]{0,12}|Recent\\s|New\\s|In\\s\\d{4},?\\s)?(?:An?\\s+|The\\s+|As\\s+the\\s+)?(${ORGANIZATION})(?:\\s+(?:${REPORT_NOUN}))?(?:\\s+(?:that|which)?)?\\s+(?:${FINDS})\\b`,
  'u',
);
const FIGURES_SHOW = new RegExp(
  `\\b(?:figures|data|statistics|numbers|records)\\s+(?:from|by|of)\\s+(?:the\\s+)?(${ORGANIZATION})`,
  'u',
);
const VAGUE = new RegExp(
  `\\b((?:an?|another|one|the same|this|recent|new|several|many)\\s?(?:\\p{Ll}+\\s|\\d{4}\\s){0,4}?(?:${REPORT_NOUN})(?:\\s+(?:published|released|conducted|taken|issued)\\s+(?:last|this|in|earlier|by)\\s+\\S+)?)\\s+(?:\\p{Ll}+\\s+)?(?:${FINDS}|that)`,
  'iu',
);
const VAGUE_SOURCE = new RegExp(
  `^(?:an?\\s|another\\s|recent|new|the same|this|one\\s|some|many|several|experts|researchers|reports|estimates|critics|advocates|officials|service providers|sources|studies|polls)`,
  'iu',
);
const REPORTED = new RegExp(`^(?:an?\\s+)?(?:\\p{Ll}+\\s+|\\d{4}\\s+){0,3}(?:${REPORT_NOUN})\\b`, 'u');

/** Who the sentence attributes its figures to; null where it names nobody. */
export function readSource(text: string, sentence: Span): Source | null {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1200));
  const according = ACCORDING.exec(words);
  if (according !== null)
    return accordingTo(words.slice(according.index + according[0].length), according[0]);
  for (const pattern of [FIGURES_SHOW, BY, OWNER_FINDS]) {
    const found = pattern.exec(words)?.[1];
    if (
      found !== undefined &&
      !/^(?:An?|Another|These|Those|This|That|It|They|We|He|She|The|In|Of|There|Only|From|One|Our|According)$/u.test(
        found,
      )
    )
      return { name: tidy(found), vague: false };
  }
  const vague = VAGUE.exec(words)?.[1];
  if (vague === undefined) return null;
  // "A CBS news investigation" names its source; "A recent poll" does not.
  const named = /\s\p{Lu}/u.test(vague);
  return named
    ? { name: vague.replace(/^(?:an?|the|one)\s+/iu, ''), vague: false }
    : { name: vague, vague: true };
}

function accordingTo(rest: string, lead: string): Source {
  // "a report by X", "a poll from X": the source is X.
  const by = new RegExp(`^[^,.;]{0,80}?\\b(?:by|from|of)\\s+(?:the\\s+)?(${ORGANIZATION})`, 'u').exec(rest);
  if (REPORTED.test(rest) && by?.[1] !== undefined) return { name: tidy(by[1]), vague: false };
  const named = new RegExp(`^(?:federal |state |recent |new |city )*(${ORGANIZATION})`, 'u').exec(rest)?.[1];
  if (named !== undefined)
    return {
      name: tidy(named.replace(/\s+(?:poll|survey|study|report|analysis|article|data)$/iu, '')),
      vague: false,
    };
  const phrase = /^[^,.;:()"“]{1,80}/u.exec(rest)?.[0].trim() ?? '';
  const article = /\s(an?)\s*$/iu.exec(lead)?.[1];
  return {
    name: article === undefined ? phrase : `${article} ${phrase}`,
    vague: VAGUE_SOURCE.test(phrase) || REPORTED.test(phrase),
  };
}

/** Without a possessive ending ("Commission’s", or "Commission's2022" where a paste lost a space) and a full stop. */
function tidy(name: string): string {
  return name
    .replace(/[.,]$/u, '')
    .replace(/['’](?:s\d*)?$/u, '')
    .trim();
}
