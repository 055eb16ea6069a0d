import { Injectable } from '@nestjs/common';
import { measure } from '../../../domain/network/measure.js';
import { isNetwork } from '../../../domain/network/network.js';
import { fingerprint } from '../../../domain/post/fingerprint.js';
import { mayNameMoment } from '../../../domain/post/names-moment.js';
import { type Part, partText } from '../../../domain/post/segment.js';
import { EDITABLE } from '../../../domain/post/status.js';
import type { StatementLookup } from '../../../domain/statement/proof.js';
import { prove, statementIds } from '../../../domain/statement/prove.js';
import { Clock } from '../../../infrastructure/clock/index.js';
import { Ledger, type LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import { Refusal } from '../../../infrastructure/http/index.js';
import {
  MoveRepository,
  type NamedPost,
  PostRepository,
  refuseFrozen,
  refuseUnderEmbargo,
  revisionsOf,
  statementUses,
} from '../../posts/index.js';
import { StatementSources } from '../../releases/index.js';

/** New words for a post that read as `fingerprint` says when they were written. */
export interface WantedEdit {
  readonly id: string;
  readonly fingerprint: string;
  readonly parts: readonly Part[];
}

/** What stands against an edit; `part` counts from 0, and is null where the whole post is meant. */
export interface EditFault {
  readonly id: string;
  readonly part: number | null;
  readonly message: string;
}

interface Judged {
  readonly edit: WantedEdit;
  readonly post: NamedPost;
}

/** Edits of many posts of a campaign at once, held to the rules of each single one: all of them, or nothing. */
@Injectable()
export class PostEdits {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly posts: PostRepository,
    private readonly moves: MoveRepository,
    private readonly sources: StatementSources,
  ) {}

  /** Does them, unless one is at fault; as a preview it only says what stands against them. */
  apply(
    campaignId: string,
    edits: readonly WantedEdit[],
    by: string,
    preview: boolean,
  ): Promise<readonly EditFault[]> {
    return this.ledger.transaction().execute(async (trx) => {
      const ids = [...new Set(edits.flatMap(({ parts }) => statementIds(parts)))];
      const sources = await this.sources.lookupIn(campaignId, ids, trx);
      const phrases = await this.sources.phrases(campaignId, trx);
      const judged: Judged[] = [];
      const faults: EditFault[] = [];
      // In the order of their ids, as all who lock several posts do.
      for (const edit of edits.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
        const post = await this.posts.lock(trx, edit.id);
        if (post === undefined) throw new Error(`The post ${edit.id} has gone`);
        const fault = objectTo(edit, post, sources, phrases) ?? (await this.objectToTime(trx, post));
        if (fault === null) judged.push({ edit, post });
        else faults.push({ id: edit.id, ...fault });
      }
      if (faults.length === 0 && !preview) await this.write(trx, judged, sources, by);
      return faults;
    });
  }

  private async write(
    trx: LedgerTransaction,
    judged: readonly Judged[],
    sources: StatementLookup,
    by: string,
  ): Promise<void> {
    const revisions = revisionsOf(sources);
    for (const { edit, post } of judged) {
      const { parts } = edit;
      const used = statementIds(parts).map((id): [string, number] => [id, revisions.get(id) ?? 0]);
      await this.posts.rewrite(trx, post.id, {
        parts,
        fingerprint: fingerprint({
          parts,
          network: post.network,
          remoteAccount: post.remoteId,
          settings: {},
        }),
        template: null,
        // Nobody fills these words again when the hearing moves: whoever approved them then looks again.
        dependsOnDate: post.dependsOnDate || mayNameMoment(parts),
        statements: statementUses(parts, new Map(used)),
      });
    }
    const moves = judged.map(({ post: { id, status, revision } }) => ({
      id,
      from: status,
      revision,
      to: 'proposed' as const,
      reason: `edited by ${by}`,
      raiseRevision: true,
    }));
    await this.moves.move(trx, moves, this.clock.now());
  }

  /** Which statements a post uses stays as it is, and so does the embargo on them. */
  private async objectToTime(trx: LedgerTransaction, post: NamedPost): Promise<Omit<EditFault, 'id'> | null> {
    try {
      refuseFrozen(post, this.clock.now());
      refuseUnderEmbargo(await this.posts.embargoOf(trx, post.id), post.plannedAt);
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { part: null, message: error.message };
    }
  }
}

function objectTo(
  edit: WantedEdit,
  post: NamedPost,
  sources: StatementLookup,
  phrases: readonly string[],
): Omit<EditFault, 'id'> | null {
  if (post.fingerprint !== edit.fingerprint) return { part: null, message: CHANGED_MEANWHILE };
  if (!EDITABLE.includes(post.status)) {
    const message = `The post is ${post.status}, so its words stay: take the row out of the file.`;
    return { part: null, message };
  }
  const unfit = objectToLength(post.network, edit.parts);
  if (unfit !== null) return unfit;
  const proof = prove(edit.parts, sources, phrases);
  return proof.kind === 'proved' ? null : { part: proof.where.part, message: proof.message };
}

export const CHANGED_MEANWHILE =
  'The post was changed after the file was exported: export it again, and edit the words as they are now.';

function objectToLength(network: string, parts: readonly Part[]): Omit<EditFault, 'id'> | null {
  if (!isNetwork(network)) return { part: null, message: `No network ${network} is known.` };
  for (const [index, part] of parts.entries()) {
    const { fits, count, limit, unit } = measure(network, partText(part));
    if (fits) continue;
    const message = `This takes ${count} of ${limit} ${unit}s on ${network}: shorten the words around the quotation.`;
    return { part: index, message };
  }
  return null;
}
