import type { Generated } from 'kysely';
import type { At, NullableAt } from './instant-columns.js';

export interface TemplateTable {
  id: Generated<string>;
  name: string;
  source: string;
  addedBy: string;
  addedAt: At;
  removedBy: string | null;
  removedAt: NullableAt;
}
