import { Injectable } from '@nestjs/common';
import type { Part } from '../../../domain/post/segment.js';
import { statementIds } from '../../../domain/statement/prove.js';
import type { StatementLookup } from '../../../domain/statement/proof.js';
import { Ledger, type LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import { inTransaction } from '../../../infrastructure/database/previewed.js';
import { Refusal } from '../../../infrastructure/http/index.js';
import { PostEditor, PostRepository, wordsFault } from '../../posts/index.js';
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

/** What all edits of a file are judged by. */
interface Known {
  readonly sources: StatementLookup;
  readonly phrases: readonly string[];
  readonly by: string;
}

/** Edits of many posts of a campaign at once, held to the rules of each single one: all of them, or nothing. */
@Injectable()
export class PostEdits {
  constructor(
    private readonly ledger: Ledger,
    private readonly posts: PostRepository,
    private readonly editor: PostEditor,
    private readonly sources: StatementSources,
  ) {}

  /** Does them, unless something stands against one, or it is a preview: then it only says what does. */
  apply(
    campaignId: string,
    edits: readonly WantedEdit[],
    by: string,
    preview: boolean,
  ): Promise<readonly EditFault[]> {
    return inTransaction<readonly EditFault[]>(
      this.ledger,
      (faults) => preview || faults.length > 0,
      async (trx) => {
        const ids = [...new Set(edits.flatMap(({ parts }) => statementIds(parts)))];
        const sources = await this.sources.lookupIn(campaignId, ids, trx);
        const known = { sources, phrases: await this.sources.phrases(campaignId, trx), by };
        const faults: EditFault[] = [];
        // In the order of their ids, as all who lock several posts do.
        for (const edit of edits.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
          const fault = await this.applyOne(trx, edit, known);
          if (fault !== null) faults.push({ id: edit.id, ...fault });
        }
        return faults;
      },
    );
  }

  private async applyOne(
    trx: LedgerTransaction,
    { id, fingerprint, parts }: WantedEdit,
    { sources, phrases, by }: Known,
  ): Promise<Omit<EditFault, 'id'> | null> {
    const post = await this.posts.lock(trx, id);
    if (post === undefined) throw new Error(`The post ${id} has gone`);
    if (post.fingerprint !== fingerprint) return { part: null, message: CHANGED_MEANWHILE };
    const fault = wordsFault(post.network, parts, sources, phrases);
    if (fault !== null) return { part: fault.part, message: fault.message };
    try {
      await this.editor.rewrite(trx, post, { parts, sources, by });
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { part: null, message: error.message };
    }
  }
}

export const CHANGED_MEANWHILE =
  'The post was changed after the file was exported: export it again, and edit the words as they are now.';
