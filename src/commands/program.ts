import { userInfo } from 'node:os';
import { Command } from 'commander';
import { loadConfig } from '../infrastructure/config/index.js';
import { addApproveCommand } from './approve-command.js';
import { addAttemptCommands } from './attempt-commands.js';
import { addCampaignCommands } from './campaign-commands.js';
import { ChorusApi } from './chorus-api.js';
import { addConsentCommands } from './consent-commands.js';
import type { CommandContext } from './context.js';
import { addExchangeCommands } from './exchange-commands.js';
import { addExtractCommand } from './extract-command.js';
import { addHearingCommands } from './hearing-commands.js';
import { addNoticeCommands } from './notice-commands.js';
import { addOrganizationCommands } from './organization-commands.js';
import { addOverviewCommand } from './overview-command.js';
import { addPauseCommands } from './pause-commands.js';
import { addPhraseCommands } from './phrase-commands.js';
import { addPostCommands } from './post-commands.js';
import { addRehearsalCommands } from './rehearsal-commands.js';
import { addReleaseCommands } from './release-commands.js';
import { addStatementCommands } from './statement-commands.js';
import { addTemplateCommands } from './template-commands.js';
import { addWaveCommands } from './wave-commands.js';

interface Globals {
  readonly url?: string;
  readonly json?: true;
  readonly by?: string;
}

/** The command line; `write` prints to the terminal. Wrong usage ends the process with exit code 2. */
export function createProgram(write: (text: string) => void): Command {
  const program = new Command('chorus')
    .description(
      'Works with a running Chorus over its HTTP API; extract, releases read and templates check work by themselves.',
    )
    .option('--url <address>', 'address of Chorus; that of the configuration when absent')
    .option('--json', 'print the answer as JSON')
    .option('--by <name>', 'who decides, for the record; the user of this machine when absent')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help tells more)')
    .exitOverride();
  const context = contextOf(program, write);
  for (const add of COMMANDS) add(program, context);
  return program;
}

const COMMANDS = [
  addExtractCommand,
  addCampaignCommands,
  addHearingCommands,
  addReleaseCommands,
  addStatementCommands,
  addConsentCommands,
  addPhraseCommands,
  addNoticeCommands,
  addOrganizationCommands,
  addTemplateCommands,
  addWaveCommands,
  addPostCommands,
  addApproveCommand,
  addPauseCommands,
  addAttemptCommands,
  addOverviewCommand,
  addRehearsalCommands,
  addExchangeCommands,
];

function contextOf(program: Command, write: (text: string) => void): CommandContext {
  const globals = (): Globals => program.opts<Globals>();
  return {
    api: new ChorusApi(() => globals().url ?? configuredAddress()),
    show: (answer, text) => write(globals().json === true ? JSON.stringify(answer, null, 2) : text()),
    tell: (line) => {
      if (globals().json !== true) write(line);
    },
    by: () => globals().by ?? userInfo().username,
  };
}

function configuredAddress(): string {
  const { host, port } = loadConfig().http;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
