const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/** Words that make a run of capitals an organization, an institution, a place or a law rather than a person. Lower case. */
export const ORGANIZATION_WORDS = words(
  'center centre coalition council alliance association foundation fund institute institution project network union federation league ' +
    'society campaign committee commission university college school schools department agency office bureau company corporation corp inc llc ' +
    'ltd group groups organization organisation initiative partnership action movement church ministries services service rights justice ' +
    'international national american legal defense defence relief congress conference caucus authority board court courts bank times post press ' +
    'news journal magazine workers teachers nurses voters lawyers physicians families future usa democrats republicans party house senate ' +
    'elementary county law act bill week day club guild brotherhood collective cooperative trust team lab labs program programme ' +
    'academy hospital clinic museum library policy progress watch voices voice together united states nations world earth rising ' +
    'freedom liberty liberties civil human immigrant immigrants refugee refugees asylum housing health care healthcare education ' +
    'environmental climate water energy internet digital privacy technology technologies media freedom security police patrol administration ' +
    'government supreme appeals circuit district federal constitution amendment campaign systems solutions industries ' +
    'holdings partners associates advisors consulting chamber commerce ministry secretariat tribunal parliament assembly ' +
    'local teamsters unions sisters mothers moms parents students youth veterans women men people peoples lgbtq+ lgbtq lgbt citizens ' +
    'residents tenants consumers farmers patients democracy equality equity peace solidarity access demand fight forward now first ' +
    'aid society fellowship synagogue mosque temple diocese archdiocese parish congregation clearinghouse consortium forum hub ' +
    'resource resources research studies analysis',
);

/** Places, days, months, peoples and brands: capitals that are nobody's name. Lower case. */
export const NOT_NAMES = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november ' +
    'december north south east west northern southern eastern western york california texas florida ' +
    'iraq iran israel palestine ukraine russia china cuba haiti honduras guatemala syria afghanistan venezuela india pakistan yemen sudan ' +
    'washington d.c u.s u.s.a u.k u.n america american americans europe european britain england canada mexico african asian black white ' +
    'latino latina latinx hispanic indigenous native muslim christian jewish catholic democrat democratic republican gop ' +
    'covid covid-19 facebook twitter instagram youtube google amazon apple microsoft immediate release contact note background ' +
    'photos photo video videos livestream victory alert protest media headline breaking update updated statement plan report bill',
);

/** Words that begin a sentence with a capital; never part of a name. Lower case. */
export const STARTERS = words(
  'today yesterday tomorrow i we he she they it you the a an this that these those in on at for from of by with ' +
    'as if when while since after before according more most many some all our their his her its there here now no not one two but and or ' +
    'however additionally meanwhile moreover furthermore also earlier later last next both each every other another such so because ' +
    'thanks joining along together among under over during despite through throughout until upon without within across ' +
    'following amid amidst citing calling standing flanked surrounded speaking responding asked added said noting why what who how where which yes please click read watch see learn ' +
    'first second third three four five six seven eight nine ten although though unfortunately instead finally',
);

/** Plural possessives that belong to an organization's name ("People’s Action", "Workers’ Table"). */
export const COLLECTIVES = words(
  'people peoples women men children workers farmers teachers nurses residents readers veterans students parents tenants voters consumers ' +
    'patients authors writers lawyers kids girls boys prisoners sailors seamen steelworkers carpenters drivers owners employees citizens migrants ' +
    'immigrants refugees mothers fathers families seniors physicians doctors scientists artists publishers librarians defenders journalists ' +
    'editors bishops governors mayors sheriffs attorneys breadwinners friends neighbors neighbours pediatricians officers firefighters soldiers',
);
