import { Injectable } from '@nestjs/common';
import { prove, statementIds } from '../../domain/statement/prove.js';
import type { Proof } from '../../domain/statement/proof.js';
import type { Part } from '../../domain/post/segment.js';
import { StatementSources } from '../releases/index.js';
import { gathering } from './gathering.js';

/** Proves a post's words against the frozen releases once more, before it leaves. */
@Injectable()
export class WordProof {
  private readonly statements = gathering(async (asked: readonly (readonly string[])[]) => {
    const sources = await this.sources.lookup([...new Set(asked.flat())]);
    return asked.map(() => sources);
  });
  private readonly phrases = gathering(async (campaignIds: readonly string[]) => {
    const phrases = await this.sources.phrasesOf([...new Set(campaignIds)]);
    return campaignIds.map((id) => phrases.get(id) ?? []);
  });

  constructor(private readonly sources: StatementSources) {}

  async prove({
    campaignId,
    parts,
  }: {
    readonly campaignId: string;
    readonly parts: readonly Part[];
  }): Promise<Proof> {
    const ids = statementIds(parts);
    const [statements, phrases] = await Promise.all([
      ids.length === 0 ? new Map<never, never>() : this.statements.load(ids),
      this.phrases.load(campaignId),
    ]);
    return prove(parts, statements, phrases);
  }
}
