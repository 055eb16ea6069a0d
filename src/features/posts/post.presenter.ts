import { isoInstant } from '../../contract/instant.js';
import type { PostAnswer } from '../../contract/posts.js';
import { partText } from '../../domain/post/segment.js';
import type { NamedPost } from './post.repository.js';

export function presentPost(post: NamedPost): PostAnswer {
  return {
    id: post.id,
    campaignId: post.campaignId,
    waveId: post.waveId,
    wave: post.wave,
    accountId: post.accountId,
    account: post.account,
    network: post.network,
    organizationId: post.organizationId,
    organization: post.organization,
    status: post.status,
    revision: post.revision,
    fingerprint: post.fingerprint,
    parts: post.parts.map((part) => ({ segments: [...part.segments], text: partText(part) })),
    template: post.template,
    plannedAt: post.plannedAt === null ? null : isoInstant(post.plannedAt),
    dueAt: post.dueAt === null ? null : isoInstant(post.dueAt),
    timing: post.timing,
    pinned: post.pinned,
    reason: post.reason,
  };
}
