import * as z from 'zod';
import { OUTCOMES } from '../domain/campaign/decision.js';
import { hearing, wave } from './campaigns.js';
import { givenInstant, instant } from './instant.js';
import { planEffect } from './plan-effect.js';
import { oneLine, person } from './text.js';

/** How the court decided, by one person; nothing happens until another confirms it. */
export const decisionProposal = z.strictObject({
  outcome: z.enum(OUTCOMES),
  source: oneLine(500).describe('Where it was announced: an address, or a few words'),
  at: givenInstant
    .optional()
    .describe('When the decision came; when it is confirmed where absent. Its waves count from it'),
  by: person,
});
export type DecisionProposal = z.output<typeof decisionProposal>;

/** A different person's yes to the outcome that was proposed: it releases what was approved for it. */
export const decisionConfirmation = z.strictObject({
  outcome: z.enum(OUTCOMES).describe('The outcome that is meant, so that nobody confirms another by mistake'),
  by: person,
});
export type DecisionConfirmation = z.output<typeof decisionConfirmation>;

export const decisionWithdrawal = z.strictObject({ by: person });
export type DecisionWithdrawal = z.output<typeof decisionWithdrawal>;

export const decision = z.object({
  id: z.uuid(),
  outcome: z.enum(OUTCOMES),
  source: z.string(),
  at: instant.nullable().describe('When the decision came; null where that is when it is confirmed'),
  status: z.enum(['proposed', 'released', 'withdrawn']),
  proposedBy: z.string(),
  proposedAt: instant,
  confirmedBy: z.string().nullable(),
  confirmedAt: instant.nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: instant.nullable(),
});
export type DecisionAnswer = z.infer<typeof decision>;

/** The proposals of a campaign, the newest first. */
export const decisionList = z.object({ items: z.array(decision) });

export const decisionReleaseAnswer = z.object({
  released: z.boolean().describe('Whether this confirmation released it; false where another had before'),
  decision,
  hearing,
  waves: z.array(wave),
  effect: planEffect,
});
export type DecisionReleaseAnswer = z.infer<typeof decisionReleaseAnswer>;
