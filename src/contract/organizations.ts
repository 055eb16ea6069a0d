import * as z from 'zod';
import { instant } from './instant.js';
import { pageOf, pageQuery } from './page.js';
import { oneLine, severalLines } from './text.js';

const blanks = z
  .record(
    z
      .string()
      .regex(
        /^[a-z][a-z0-9_]{0,39}$/,
        'A blank’s name is of small letters, digits and _, such as why_we_care.',
      ),
    severalLines(1_000),
  )
  .refine((words) => Object.keys(words).length <= 50, 'Give at most 50 blanks.')
  .describe('Its own words, by the name of the blank in a template that they fill');

/** The same creation sent again answers 200 with the organization that stands; a different one of that name, 409. */
export const organizationCreation = z.strictObject({ name: oneLine(200), blanks: blanks.default({}) });
export type OrganizationCreation = z.output<typeof organizationCreation>;

/** Only the fields given change. Posts that were made keep their words. */
export const organizationUpdate = z.strictObject({ name: oneLine(200), blanks }).partial();
export type OrganizationUpdate = z.output<typeof organizationUpdate>;

export const organization = z.object({
  id: z.uuid(),
  name: z.string(),
  blanks: z.record(z.string(), z.string()),
  createdAt: instant,
});
export type OrganizationAnswer = z.infer<typeof organization>;
export const organizationPage = pageOf(organization);
export const organizationQuery = pageQuery;

/** A server's address in one spelling, so that one account there is one account here. */
const serverUrl = z
  .url({ protocol: /^https?$/, error: 'This must be an address that begins with http:// or https://.' })
  .max(300)
  .transform((address) => {
    const { origin, pathname } = new URL(address);
    return `${origin}${pathname.replace(/\/+$/, '')}`;
  });

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
  serverUrl: serverUrl.optional().describe('The installation’s own server of the network when absent'),
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
