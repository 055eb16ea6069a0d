import { Injectable } from '@nestjs/common';
import { prove, statementIds } from '../../domain/statement/prove.js';
import type { Proof } from '../../domain/statement/proof.js';
import type { Part } from '../../domain/post/segment.js';
import { StatementSources } from '../releases/index.js';
import { gathering } from './gathering.js';

/** Proves a post's words against the frozen releases once more, before it leaves. */
@Injectable()
export class WordProof {
  private readonly gathered = gathering(async (asked: readonly (readonly string[])[]) => {
    const sources = await this.sources.lookup([...new Set(asked.flat())]);
    return asked.map(() => sources);
  });

  constructor(private readonly sources: StatementSources) {}

  async prove(parts: readonly Part[]): Promise<Proof> {
    const ids = statementIds(parts);
    return prove(parts, ids.length === 0 ? new Map() : await this.gathered.load(ids));
  }
}
