/** Verbs by which a release hands the word to somebody, in the forms that it uses. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  (
    'said says say saying added adds add adding noted notes noting stated stating explained explains explaining ' +
    'continued continues concluded concludes remarked declared declares declaring commented ' +
    'wrote writes write writing argued argues arguing asked asks asking announced warned warns warning emphasized emphasised ' +
    'stressed stresses observed observes recalled recalls urged insisted insists replied replies responded responds ' +
    'testified tweeted tweets posted affirmed affirms asserted asserts exclaimed exclaims shared reflected ' +
    'cautioned cautions reiterated reiterates told tells telling charged contended contends maintained maintains ' +
    'lamented laments vowed vows promised pledged acknowledged acknowledges admitted agreed agrees quipped joked ' +
    'claimed suggested countered elaborated expressed indicated mentioned offered proclaimed reasoned revealed ' +
    'thundered shouted yelled cried recounted underscored summarized quoted opined confirmed believes'
  ).split(' '),
);

/** Pronouns that can be a cue's subject. */
export const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'who']);
