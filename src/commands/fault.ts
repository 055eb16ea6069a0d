/** Why a command did not do what was asked: a sentence for the terminal, and exit code 1. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
}
