import { Injectable } from '@nestjs/common';
import type { AffectedPost, Embargo } from '../../../contract/releases.js';
import { Clock } from '../../../infrastructure/clock/clock.js';
import { takeGateExclusively } from '../../../infrastructure/database/gate.js';
import { Ledger } from '../../../infrastructure/database/ledger.js';
import { embargoInThePast, noSuchRelease } from '../release.refusals.js';
import { ReleaseRepository } from '../release.repository.js';
import { SourceListeners } from '../source-listener.js';
import { StatementRepository } from '../statement.repository.js';

/** Until its embargo ends, nothing made of a release leaves, whichever version it was made of. */
@Injectable()
export class EmbargoService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly releases: ReleaseRepository,
    private readonly statements: StatementRepository,
    private readonly listeners: SourceListeners,
  ) {}

  /** Posts approved for a time before it lose their approval. What is on the wire is not recalled. */
  async set(
    releaseId: string,
    { until, by, reason }: Embargo,
  ): Promise<{ readonly until: number | null; readonly posts: readonly AffectedPost[] }> {
    return this.ledger.transaction().execute(async (trx) => {
      await takeGateExclusively(trx);
      const release = await this.releases.find(releaseId, trx);
      if (release === undefined) throw noSuchRelease(releaseId);
      const untilAt = until === null ? null : Date.parse(until);
      if (untilAt === release.embargoUntil) return { until: untilAt, posts: [] };
      const firstId = release.firstId ?? release.id;
      const at = this.clock.now();
      if (untilAt !== null && untilAt <= at) throw embargoInThePast();
      await this.releases.setEmbargo(trx, firstId, { until: untilAt, reason, by, at });
      if (untilAt === null) return { until: null, posts: [] };
      const statementIds = await this.statements.idsOfVersions(trx, firstId);
      const change = { kind: 'embargoed', statementIds, until: untilAt } as const;
      return { until: untilAt, posts: await this.listeners.tell(trx, change, at) };
    });
  }
}
