/** What a template may ask for, and what else must be so for it to have a value. */
export interface VariableRule {
  /** What it holds, in words for whoever writes a template. */
  readonly means: string;
  /** The kind of statement that it comes from: only a template that needs this kind may use it. */
  readonly from?: 'quotation' | 'fact';
  /** Shown exactly as the source has it: no filter may touch it. */
  readonly sealed?: true;
  /** May have no value: ask with `{% if … %}` before showing it. */
  readonly optional?: true;
  /** Names the date or the hour of the hearing, so that a moved hearing changes the text. */
  readonly namesDate?: true;
}

/** Every variable of the templates. `docs` and "did you mean" are made from this table. */
export const VARIABLES = {
  quotation: {
    means: 'The words of the statement, between quotation marks, exactly as released',
    from: 'quotation',
    sealed: true,
  },
  speaker: { means: 'Who said it, by the full name', from: 'quotation' },
  role: { means: 'The speaker’s role', from: 'quotation', optional: true },
  speaker_organization: {
    means: 'The organization that the speaker speaks for',
    from: 'quotation',
    optional: true,
  },
  fact: { means: 'The sentence of the release that holds the figures', from: 'fact', sealed: true },
  figure: {
    means: 'The first figure of the fact, such as 21 percent',
    from: 'fact',
    sealed: true,
    optional: true,
  },
  source: {
    means: 'Who the release names for the figures, where the fact itself does not',
    from: 'fact',
    optional: true,
  },
  organization: { means: 'The partner whose account posts' },
  campaign: { means: 'The name of the campaign' },
  link: { means: 'The campaign’s address', sealed: true, optional: true },
  hashtags: { means: 'The campaign’s hashtags, with a space between them', optional: true },
  case_name: { means: 'The case as people call it', optional: true },
  court: { means: 'The court that hears it', optional: true },
  docket: { means: 'The number of the case at the court', optional: true },
  hearing_date: {
    means: 'The day of the hearing, such as Tuesday, March 24',
    optional: true,
    namesDate: true,
  },
  hearing_time: {
    means: 'The hour of the hearing at the court, such as 10 a.m.',
    optional: true,
    namesDate: true,
  },
  countdown: {
    means: 'The days to the hearing in words: in 14 days, tomorrow, today, two days ago',
    optional: true,
  },
  countdown_in_weeks: {
    means: 'The weeks to the hearing in words, from a week on: in two weeks, in a little over two weeks',
    optional: true,
  },
  days_to_hearing: { means: 'The days to the hearing as a number, below zero after it', optional: true },
} as const satisfies Readonly<Record<string, VariableRule>>;

export type VariableName = keyof typeof VARIABLES;

export function isVariable(name: string): name is VariableName {
  return Object.hasOwn(VARIABLES, name);
}

export function variableRule(name: VariableName): VariableRule {
  return VARIABLES[name];
}
