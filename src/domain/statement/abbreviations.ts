/** Abbreviations whose full stop never ends a sentence: a name or a number follows. Lower case, without the stop. */
export const NEVER_ENDS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof rev hon fr msgr sen sens rep reps gov gov’r lt col gen maj capt cpl sgt adm cmdr ' +
    'pres atty det insp supt del asst assoc dep st ste ft mt no nos vs v cf eg ie al jan feb mar apr jun jul ' +
    'aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun pp art sec fig vol cong messrs amb ' +
    'ald councilmem assemb treas'
  ).split(' '),
);

/** Abbreviations that may stand at a sentence's end: what follows decides. */
export const MAY_END: ReadonlySet<string> = new Set(
  'jr sr inc corp co ltd llc esq dept univ assn bros etc ave blvd rd ph.d m.d d.c u.s u.k u.n e.u a.m p.m u.s.a j.d n.y l.a'.split(
    ' ',
  ),
);

/** Words that begin a sentence after an abbreviation that may end one ("… in the U.S. The court …"). */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  (
    'the a an this that these those it we they he she i you but and in on at for from to of by with as if when while ' +
    'since after before according more most many some all our their his her its there here today now no not one two over under'
  ).split(' '),
);
