/** The environment cannot be used; `faults` holds one sentence for each thing that is wrong with it. */
export class ConfigurationFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      ['Chorus cannot start with this configuration.', ...faults.map((fault) => `- ${fault}`)].join('\n'),
    );
    this.name = 'ConfigurationFault';
  }
}
