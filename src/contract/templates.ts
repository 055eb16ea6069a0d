import * as z from 'zod';
import { oneLine, person } from './text.js';

const range = z.object({ from: z.number().int(), to: z.number().int() });

const templateDescription = z.object({
  name: z.string(),
  purpose: z.string(),
  networks: z.array(z.string()),
  needs: z.enum(['quotation', 'fact', 'none']),
  parts: z.number().int(),
  split: z.boolean().describe('Whether a quotation is spread over as many parts as it takes'),
  length: range.nullable().describe('Characters of each part, where the template sets bounds of its own'),
  daysBefore: range.nullable().describe('Days before the hearing on which it is used; below zero, after it'),
  byName: z.boolean().describe('Whether only waves that name it use it'),
  blanks: z.array(
    z.object({
      name: z.string(),
      asks: z.string(),
      example: z.string().nullable(),
      required: z.boolean().describe('Whether there is no post before the partner has answered'),
    }),
  ),
});
export type TemplateDescription = z.infer<typeof templateDescription>;

const fault = z.object({
  fileName: z.string(),
  line: z.number().int().describe('From 1'),
  column: z.number().int().describe('From 1, in UTF-16 code units'),
  message: z.string(),
});

export const templateList = z.object({
  items: z.array(
    templateDescription.extend({ added: z.boolean().describe('Over the API, and not a file of the folder') }),
  ),
  unusable: z
    .array(z.object({ name: z.string(), faults: z.array(fault) }))
    .describe('Added templates that this version cannot use'),
});
export type TemplateList = z.infer<typeof templateList>;

/** A template file that is to be looked at, and not kept. */
export const templateCheck = z.strictObject({
  source: z.string().max(100_000),
  fileName: oneLine(200).default('template.liquid').describe('As faults name it'),
});
export type TemplateCheck = z.output<typeof templateCheck>;

/** A template that waves can use from now on; one of its name that was added before gives way to it. */
export const templateAdding = templateCheck.extend({ by: person });
export type TemplateAdding = z.output<typeof templateAdding>;
export const templateAdded = z.object({ changed: z.boolean(), template: templateDescription });
export type TemplateAdded = z.infer<typeof templateAdded>;

export const templateRemoval = z.strictObject({ by: person });
export type TemplateRemoval = z.output<typeof templateRemoval>;
export const templateRemoved = z.object({ removed: z.string() });
export type TemplateRemoved = z.infer<typeof templateRemoved>;
export const templateName = z.object({ name: z.string().max(100) });
export type TemplateName = z.output<typeof templateName>;

export const templateCheckAnswer = z.object({
  faults: z.array(fault),
  template: templateDescription.nullable().describe('Null where there is a fault'),
});
export type TemplateCheckAnswer = z.infer<typeof templateCheckAnswer>;
