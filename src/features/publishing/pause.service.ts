import { Injectable } from '@nestjs/common';
import { Clock } from '../../infrastructure/clock/index.js';
import { takeGateExclusively } from '../../infrastructure/database/gate.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { Conflict, NotFound } from '../../infrastructure/http/index.js';
import { AlarmRepository, MoveRepository, type PostMove } from '../posts/index.js';
import { Enqueuer } from './enqueuer.js';
import { PauseRepository, type Pause, type PauseScope } from './pause.repository.js';

@Injectable()
export class PauseService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly pauses: PauseRepository,
    private readonly moves: MoveRepository,
    private readonly alarms: AlarmRepository,
    private readonly enqueuer: Enqueuer,
  ) {}

  /** Nothing in the scope that is unclaimed at the commit leaves. Answers how many posts are on the wire. */
  async pause(scope: PauseScope, reason: string, by: string): Promise<{ pause: Pause; onTheWire: number }> {
    await this.checkScope(scope);
    return this.ledger.transaction().execute(async (trx) => {
      await takeGateExclusively(trx);
      const pause = await this.pauses.start(trx, scope, reason, by, this.clock.now());
      return { pause, onTheWire: await this.pauses.onTheWire(trx, pause) };
    });
  }

  /** Ends a pause. What came due in its scope meanwhile is missed, and a person decides: no backlog fires. */
  async resume(id: string, by: string): Promise<{ pause: Pause; missed: number }> {
    const resumed = await this.ledger.transaction().execute(async (trx) => {
      await takeGateExclusively(trx);
      const pause = await this.pauses.end(trx, id, by, this.clock.now());
      return pause === undefined ? undefined : { pause, missed: await this.missDue(trx, pause) };
    });
    if (resumed === undefined) throw await this.noStandingPause(id);
    await this.enqueuer.enqueueDue();
    return resumed;
  }

  private async missDue(trx: LedgerTransaction, pause: Pause): Promise<number> {
    const now = this.clock.now();
    const waiting = await this.pauses.lockWaiting(trx, pause);
    const came = waiting.filter(({ dueAt, stillPaused }) => dueAt <= now && !stillPaused);
    const reason = `paused: it came due during a pause (${pause.reason}); choose a new time or drop it`;
    const moves = came.map(({ id, status, revision }): PostMove => ({
      id,
      from: status,
      revision,
      to: status === 'partly-published' ? status : 'missed',
      reason,
      raiseRevision: status !== 'partly-published',
    }));
    await this.moves.move(trx, moves, now);
    // Alarms that rang during the pause went unheard.
    await this.alarms.wakeAgain(
      trx,
      waiting.filter(({ dueAt }) => dueAt > now).map(({ id }) => id),
    );
    return moves.length;
  }

  private async checkScope({ scope, scopeId }: PauseScope): Promise<void> {
    if (scope === 'everything' || scopeId === null) return;
    const found = await this.ledger
      .selectFrom(scope)
      .select('id')
      .where('id', '=', scopeId)
      .executeTakeFirst();
    if (found === undefined) throw new NotFound(`${scope}-not-found`, `There is no ${scope} ${scopeId}.`);
  }

  private async noStandingPause(id: string): Promise<Error> {
    const pause = await this.pauses.find(id);
    if (pause === undefined) return new NotFound('pause-not-found', `There is no pause ${id}.`);
    return new Conflict('already-resumed', `This pause was ended before, by ${pause.resumedBy}.`);
  }
}
