import { Injectable } from '@nestjs/common';
import type { ImportAnswer, PostsCsvQuery, PostsImportQuery } from '../../../contract/exchange.js';
import { NotFound } from '../../../infrastructure/http/index.js';
import { CampaignRepository, type CampaignRow } from '../../campaigns/index.js';
import { csvFile, importAnswer, refuseFaults, tableIn } from '../csv-import.js';
import type { MadeFile } from '../file-answer.js';
import { PlannedPostsRepository } from '../planned-posts.repository.js';
import { PostEdits } from './post-edits.js';
import {
  EXAMPLE_POST,
  EXAMPLE_ROW,
  partColumn,
  postRow,
  POSTS_COLUMNS,
  postsHeader,
} from './posts-columns.js';
import { readPosts, type ReadRow } from './read-posts.js';

/** The posts of a campaign as CSV: all that is planned goes out, and the words around the quotations come back in. */
@Injectable()
export class PostsCsv {
  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly planned: PlannedPostsRepository,
    private readonly edits: PostEdits,
  ) {}

  template(separator: PostsCsvQuery['separator']): MadeFile {
    return csvFile('posts-template.csv', postsHeader(1), [EXAMPLE_ROW], separator);
  }

  async export(campaignId: string, query: PostsCsvQuery): Promise<MadeFile> {
    const { slug } = await this.campaign(campaignId);
    const { organizationId, waveId, separator } = query;
    const posts = await this.planned.list({ campaignId, organizationId, waveId });
    const parts = Math.max(1, ...posts.map((post) => post.parts.length));
    const rows = posts.map((post) => postRow(post, parts));
    return csvFile(`${slug}-posts.csv`, postsHeader(parts), rows, separator);
  }

  async import(
    campaignId: string,
    bytes: Uint8Array,
    { preview, by }: PostsImportQuery,
  ): Promise<ImportAnswer> {
    await this.campaign(campaignId);
    const table = tableIn(bytes, POSTS_COLUMNS, EXAMPLE_POST);
    const posts = await this.planned.list({ campaignId });
    const { read, faults } = readPosts(table.rows, new Map(posts.map((post) => [post.id, post])));
    const known = [...table.faults, ...faults];
    const edits = read.flatMap(({ edit }) => (edit === null ? [] : [edit]));
    const lineOf = new Map(read.map(({ row, post }) => [post.id, row.line]));
    const refused = await this.edits.apply(campaignId, edits, by, preview || known.length > 0);
    refuseFaults([
      ...known,
      ...refused.map(({ id, part, message }) => ({
        line: lineOf.get(id) ?? 0,
        column: part === null ? 'post' : partColumn(part),
        message,
      })),
    ]);
    return importAnswer(read.map(importedRow), preview);
  }

  private async campaign(id: string): Promise<CampaignRow> {
    const campaign = await this.campaigns.find(id);
    if (campaign === undefined) throw new NotFound('campaign-not-found', `There is no campaign ${id}.`);
    return campaign;
  }
}

function importedRow({ row: { line }, post, edit }: ReadRow): ImportAnswer['rows'][number] {
  const note = edit !== null && post.status === 'approved' ? 'It loses its approval.' : null;
  const outcome = edit === null ? 'unchanged' : 'changed';
  return { line, name: `${post.account} on ${post.network}, ${post.wave}`, outcome, note };
}
