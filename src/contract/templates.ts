import * as z from 'zod';

export const templateList = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      purpose: z.string(),
      networks: z.array(z.string()),
      needs: z.enum(['quotation', 'fact', 'none']),
      parts: z.number().int(),
      blanks: z.array(z.object({ name: z.string(), asks: z.string() })),
    }),
  ),
});
export type TemplateList = z.infer<typeof templateList>;
