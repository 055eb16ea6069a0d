import type { OutgoingPart, Publisher, PublishingAccount } from '../../src/publishers/publisher.js';
import { pngOf } from '../support/png.js';

let keys = 0;

/** A part with a key of its own. */
export function partOf(account: PublishingAccount, fields: Partial<OutgoingPart> = {}): OutgoingPart {
  keys += 1;
  return { account, key: `post-${keys}`, text: `Post ${keys}`, pictures: [], replyTo: null, ...fields };
}

export function pictureOf(altText: string): OutgoingPart['pictures'][number] {
  return { bytes: pngOf(8, 8, [keys % 256, 80, 120]), mimeType: 'image/png', altText };
}

/** Longer than any answer here may take; a test ends by its own means. */
export function patience(): AbortSignal {
  return AbortSignal.timeout(20_000);
}

export async function publish(publisher: Publisher, part: OutgoingPart): Promise<string> {
  const outcome = await publisher.send(part, patience());
  if (outcome.kind !== 'published') throw new Error(`Not published: ${JSON.stringify(outcome)}`);
  return outcome.remoteId;
}
