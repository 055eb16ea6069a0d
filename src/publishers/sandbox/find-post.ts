import type { HttpResult } from '../http/call.js';
import type { Finding, OutgoingPart } from '../publisher.js';
import { errorOf, postSchema, read, timelineSchema, type RemotePost, type SandboxApi } from './api.js';

/** The claim was stamped by another clock than the network's; posts from this long before it count too. */
const clockToleranceMs = 5_000;

/** Looks for a part by its key; where the network keeps no keys, or the token is refused, by its words. */
export async function findPost(api: SandboxApi, part: OutgoingPart, since: number): Promise<Finding> {
  const result = await api.findByKey(part.key);
  if (result.kind !== 'answered') return unreachable(result);
  if (result.status === 200) {
    const post = read(postSchema, result);
    return post === null ? unreachable(result) : found(post);
  }
  const { code, message } = errorOf(result);
  if (result.status === 404 && code === 'no-such-key') return { kind: 'absent' };
  if (code === 'keys-not-kept' || result.status === 401) return findByText(api, part, since, message);
  return unreachable(result);
}

/**
 * Looks through the account's public timeline, which needs no token. Not finding a post there proves nothing: its
 * request may still be under way, so the answer is never `absent`.
 */
async function findByText(api: SandboxApi, part: OutgoingPart, since: number, why: string): Promise<Finding> {
  const alike: RemotePost[] = [];
  let seen = 0;
  let before: number | null = null;
  do {
    const result: HttpResult = await api.readTimeline(since - clockToleranceMs, before);
    const page = result.kind === 'answered' && result.status === 200 ? read(timelineSchema, result) : null;
    if (page === null) return unreachable(result);
    alike.push(...page.posts.filter((post) => readsLike(post, part)));
    seen += page.posts.length;
    before = page.next;
  } while (before !== null);
  const [only, ...others] = alike;
  if (only !== undefined && others.length === 0) return found(only);
  const looked = `${why} Of the ${seen} posts of @${part.account.handle} since the claim, `;
  if (only === undefined) return { kind: 'unsure', evidence: `${looked}none reads like this one.` };
  const addresses = alike.map(({ url }) => url).join(' and ');
  return { kind: 'unsure', evidence: `${looked}${alike.length} read like this one: ${addresses}.` };
}

function readsLike(post: RemotePost, part: OutgoingPart): boolean {
  return (
    post.text === part.text &&
    (post.replyTo?.parent ?? null) === (part.replyTo?.parentId ?? null) &&
    post.pictures.length === part.pictures.length &&
    post.pictures.every(({ altText }, index) => altText === part.pictures[index]?.altText)
  );
}

function found({ id, url }: RemotePost): Finding {
  return { kind: 'found', remoteId: id, url };
}

function unreachable(result: HttpResult): Finding {
  if (result.kind === 'not-sent') return { kind: 'unreachable', evidence: result.reason };
  if (result.kind === 'lost') return { kind: 'unreachable', evidence: result.evidence };
  if (result.status === 202) {
    return { kind: 'unreachable', evidence: 'A request with this key is still under way on the network.' };
  }
  return { kind: 'unreachable', evidence: errorOf(result).message };
}
