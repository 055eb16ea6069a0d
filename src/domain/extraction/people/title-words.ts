import type { Word } from '../text/words.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/** Forms of address that stand right before a name. */
export const HONORIFICS = words(
  'mr mrs ms mx miss dr prof professor rev reverend hon honorable sir dame fr father sister brother rabbi imam pastor bishop ' +
    'archbishop cardinal sheikh elder chaplain msgr deacon sen sens senator senators rep reps representative representatives congressman ' +
    'congresswoman congressmember congressmembers gov governor governors lt gen col maj capt sgt cpl adm judge justice justices mayor ' +
    'mayors president sheriff detective officer ambassador secretary councilmember councilman councilwoman councilor councillor ' +
    'alderman alderwoman alderperson assemblymember assemblyman assemblywoman assemblymembers commissioner delegate treasurer da ag attorney ' +
    'chief supervisor',
);

/** Words that name an office or a trade; before a name or after it. Lower case. */
export const TITLE_WORDS: ReadonlySet<string> = new Set([
  ...HONORIFICS,
  ...words(
    'director directors executive deputy senior junior vice chief officer ceo cto cfo coo cio cpo chair chairman chairwoman chairperson ' +
      'co-chair co-chairs cochair founder founders co-founder co-founders cofounder counsel attorney attorneys lawyer lawyers general solicitor ' +
      'district prosecutor agent inspector superintendent principal captain major colonel sergeant admiral lieutenant minister ' +
      'speaker leader whip manager coordinator organizer organiser spokesperson spokesman spokeswoman spokespeople strategist ' +
      'analyst advisor adviser fellow researcher scientist engineer editor author artist activist advocate campaigner ' +
      'lead head partner associate assistant specialist trustee administrator dean chancellor provost publisher producer ' +
      'acting interim former emeritus plaintiff plaintiffs resident student survivor member members co-director codirector ' +
      'co-directors co-executive president-elect vice-president novelist writer journalist reporter teacher nurse doctor physician ' +
      'farmer owner consultant expert economist historian owner operator comptroller controller clerk ombudsman regent ' +
      'steward technologist developer designer coach actor actress musician singer filmmaker poet veteran mother father parent ' +
      'charge pres sponsor co-sponsor correspondent columnist paralegal litigator intern volunteer cofounders staffer ' +
      'congressional majority minority ranking co-counsel postmaster constable marshal commander trooper ' +
      'mp mep msp mla cllr baroness baron lord lady chairperson vice-chair treasurer-elect convener secretary-general ' +
      'worker driver librarian principal investigator special policewoman policeman firefighter lobbyist scholar worker-owner',
  ),
]);

/** Words that qualify a title without being one. */
export const TITLE_MODIFIERS = words(
  'national state federal regional legal policy program programs campaign campaigns communications advocacy research public affairs relations ' +
    'media press digital engagement field staff litigation development operations finance financial government legislative political ' +
    'social impact organizing membership outreach education health rights civil criminal human resources strategy strategic ' +
    'managing founding associate assistant deputy co acting interim united states us u.s city county community external internal ' +
    'international global creative technical technology scientific science medical justice immigration environmental climate energy ' +
    'police fire school board assembly house senate supreme court security safety information marketing ' +
    'inspector postal border patrol enforcement homeland veterans labor interior treasury defense investigation investigations',
);

/** Offices that belong to a place rather than to an organization ("New York Attorney General"). */
export const PUBLIC_OFFICES = words(
  'senator sen sens senators representative rep reps congressman congresswoman congressmember governor gov mayor sheriff da ag judge justice ' +
    'assemblymember assemblyman assemblywoman councilmember councilman councilwoman councilor commissioner delegate treasurer comptroller ' +
    'district general alderman alderwoman supervisor secretary marshal superintendent solicitor prosecutor lieutenant mp',
);

/** Titles that are family names too: "Howard Dean said". */
export const TITLE_SURNAMES = words(
  'dean bishop judge major justice chancellor fellow page lord king father marshal cardinal elder steward constable singer farmer clerk ' +
    'abbot pope deacon marshall brother baron driver',
);

/** True for a word that names an office or a trade, alone or as a part: "director", "co-director", "Attorney-in-Charge". */
export function isTitleWord(word: Word | undefined): boolean {
  if (word === undefined) return false;
  return TITLE_WORDS.has(word.bare) || word.bare.split('-').some((part) => TITLE_WORDS.has(part));
}
