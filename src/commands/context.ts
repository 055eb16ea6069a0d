import type { ChorusApi } from './chorus-api.js';

/** What every command is given. */
export interface CommandContext {
  readonly api: ChorusApi;
  /** Prints the API's answer where `--json` was given, else the text for people. */
  show(answer: unknown, text: () => string): void;
  /** Tells people how something is going, one line at a time; nothing where `--json` was given. */
  tell(line: string): void;
  /** Who decides, for the record: `--by`, else the user of the machine. */
  by(): string;
}
