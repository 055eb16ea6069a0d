import * as z from 'zod';
import { instant } from './instant.js';
import { pageOf, pageQuery } from './page.js';
import { oneLine } from './text.js';

/** The same creation sent again answers 200 with the organization that stands. */
export const organizationCreation = z.strictObject({
  name: oneLine(200),
  blanks: z
    .record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), z.string().trim().min(1).max(1_000))
    .default({})
    .describe('Its own words, by the name of the blank in a template that they fill'),
});
export type OrganizationCreation = z.output<typeof organizationCreation>;

export const organization = z.object({
  id: z.uuid(),
  name: z.string(),
  blanks: z.record(z.string(), z.string()),
  createdAt: instant,
});
export type OrganizationAnswer = z.infer<typeof organization>;
export const organizationPage = pageOf(organization);
export const organizationQuery = pageQuery;

/**
 * Connects an account. On the sandbox network the account is opened there, unless `credentials` and `remoteId`
 * of an existing one are given. The same request again answers 200 with the account that stands.
 */
export const accountCreation = z.strictObject({
  network: z.string().min(1).max(50),
  handle: z
    .string()
    .trim()
    .regex(/^@?[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u, 'This must be a handle such as river-alliance.')
    .transform((handle) => handle.replace(/^@/, '')),
  displayName: oneLine(100).optional().describe('The organization’s name when absent'),
  serverUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
  remoteId: oneLine(200).optional().describe('The account’s id on its network'),
  credentials: z.strictObject({ token: z.string().min(1).max(4_000) }).optional(),
});
export type AccountCreation = z.output<typeof accountCreation>;

export const account = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  network: z.string(),
  handle: z.string(),
  remoteId: z.string(),
  serverUrl: z.string(),
  connected: z.boolean(),
  optedOut: z.boolean(),
  blockedUntil: instant.nullable().describe('The network asked this account to wait until then'),
  createdAt: instant,
});
export type AccountAnswer = z.infer<typeof account>;
export const accountPage = pageOf(account);
export const accountQuery = pageQuery.extend({ organizationId: z.uuid().optional() });
export type AccountQuery = z.output<typeof accountQuery>;

/** What takes effect at the next claim: a disconnected or opted-out account publishes nothing. */
export const accountSwitches = z.strictObject({ connected: z.boolean(), optedOut: z.boolean() }).partial();
export type AccountSwitches = z.output<typeof accountSwitches>;
