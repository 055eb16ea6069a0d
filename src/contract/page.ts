import * as z from 'zod';

/** Lists come in pages: send `nextCursor` of one as `cursor` for the next, until it is null. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
});
export type PageQuery = z.output<typeof pageQuery>;

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The schema of one page of `item`. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** The id in an address. */
export const byId = z.object({ id: z.uuid() });
export type ById = z.output<typeof byId>;
