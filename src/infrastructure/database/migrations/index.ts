import type { Migration } from 'kysely/migration';
import * as ledger from './0001-ledger.js';
import * as provenance from './0002-provenance.js';
import * as plan from './0003-plan.js';
import * as calendarFeeds from './0004-calendar-feeds.js';
import * as rehearsals from './0005-rehearsals.js';
import * as templates from './0006-templates.js';

/** Every migration, in the order in which they run. A migration that has landed is never edited. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-ledger': ledger,
  '0002-provenance': provenance,
  '0003-plan': plan,
  '0004-calendar-feeds': calendarFeeds,
  '0005-rehearsals': rehearsals,
  '0006-templates': templates,
};
