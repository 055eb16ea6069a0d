import type { HttpResult } from '../http/call.js';
import { retryInMsOf } from '../http/rate-limit.js';
import type { SendOutcome } from '../publisher.js';
import { errorOf, postSchema, read } from './api.js';

/** The first wait after a call that surely did not arrive; the post's own policy lengthens it. */
const retryInMs = 2_000;

/** What the answer to the call that publishes means. */
export function outcomeOf(result: HttpResult): SendOutcome {
  if (result.kind === 'not-sent') return { kind: 'not-sent', reason: result.reason, retryInMs };
  if (result.kind === 'lost') return { kind: 'unknown', evidence: result.evidence };
  if (result.status === 200 || result.status === 201) {
    const post = read(postSchema, result);
    if (post !== null) return { kind: 'published', remoteId: post.id, url: post.url };
    return { kind: 'unknown', evidence: `The server answered ${result.status}, and not with a post.` };
  }
  return refusalOf(result);
}

/**
 * What a status that is no success means. 408 says that the server gave up reading, and anything below 400 or
 * above 499 was not said by the network's rules: the post may stand all the same.
 */
function refusalOf(result: Extract<HttpResult, { kind: 'answered' }>): SendOutcome {
  const { status } = result;
  const { code, message } = errorOf(result);
  if (status === 401) return { kind: 'not-sent', reason: message, retryInMs };
  if (status === 429) {
    return { kind: 'deferred', reason: message, retryInMs: retryInMsOf(result.headers, Date.now()) };
  }
  if (code === 'key-reused') return { kind: 'unknown', evidence: message };
  // The upload is forgotten by now, so the next try uploads it again.
  if (code === 'no-such-picture') return { kind: 'not-sent', reason: message, retryInMs };
  if (status === 408 || status < 400 || status > 499) {
    return { kind: 'unknown', evidence: `The server answered ${status}: ${message}` };
  }
  return { kind: 'rejected', reason: message };
}

/** An outcome of which it is sure that nothing was published. */
export type NotPublished = Extract<SendOutcome, { kind: 'rejected' | 'not-sent' | 'deferred' }>;

/** What a failed step before the call that publishes means: nothing of the post was sent, whatever happened. */
export function outcomeBeforeSending(result: HttpResult): NotPublished {
  const outcome = outcomeOf(result);
  if (outcome.kind === 'rejected' || outcome.kind === 'not-sent' || outcome.kind === 'deferred')
    return outcome;
  const reason = outcome.kind === 'unknown' ? outcome.evidence : 'The server answered to something else.';
  return { kind: 'not-sent', reason, retryInMs };
}
