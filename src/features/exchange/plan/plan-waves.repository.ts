import { Injectable } from '@nestjs/common';
import type { Selectable } from 'kysely';
import { Ledger } from '../../../infrastructure/database/ledger.js';
import type { WaveTable } from '../../../infrastructure/database/plan-tables.js';

export type PlanWaveRow = Pick<Selectable<WaveTable>, 'id' | 'name' | 'timing' | 'outcome'>;

@Injectable()
export class PlanWavesRepository {
  constructor(private readonly ledger: Ledger) {}

  /** In the order in which they were added. */
  list(campaignId: string): Promise<PlanWaveRow[]> {
    return this.ledger
      .selectFrom('wave')
      .select(['id', 'name', 'timing', 'outcome'])
      .where('campaignId', '=', campaignId)
      .orderBy('position')
      .orderBy('id')
      .execute();
  }
}
