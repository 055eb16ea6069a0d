import type { Command } from 'commander';
import type { CommandContext } from './context.js';
import { addCsvCommands } from './exchange/csv-commands.js';
import { addFeedCommands } from './exchange/feed-commands.js';
import { addPlanCommands } from './exchange/plan-commands.js';

/** `csv`, `feeds` and `plan`: in and out. */
export function addExchangeCommands(program: Command, context: CommandContext): void {
  addCsvCommands(program, context);
  addFeedCommands(program, context);
  addPlanCommands(program, context);
}
