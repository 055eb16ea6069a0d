import { exceedsGraphemes } from './graphemes.js';
import type { Limits } from './limits.js';
import type { Draft, SandboxPost } from './records.js';
import { Refusal } from './refusal.js';

/** What a draft may refer to. */
export interface Existing {
  readonly hasPicture: (id: string) => boolean;
  readonly livePost: (id: string) => SandboxPost | null;
}

/** Throws a `Refusal` that says what the network has against this draft. */
export function checkDraft(draft: Draft, limits: Limits, existing: Existing): void {
  if (draft.text.trim() === '' && draft.pictures.length === 0) {
    throw new Refusal(422, 'post-empty', 'A post needs a text or a picture.');
  }
  if (exceedsGraphemes(draft.text, limits.textGraphemes)) {
    throw new Refusal(422, 'text-too-long', `A post may have at most ${limits.textGraphemes} characters.`);
  }
  checkPictures(draft, limits, existing);
  checkReply(draft, existing);
}

function checkPictures(draft: Draft, limits: Limits, existing: Existing): void {
  if (draft.pictures.length > limits.picturesPerPost) {
    throw new Refusal(
      422,
      'too-many-pictures',
      `A post may have at most ${limits.picturesPerPost} pictures.`,
    );
  }
  for (const { id, altText } of draft.pictures) {
    if (!existing.hasPicture(id)) {
      throw new Refusal(422, 'no-such-picture', `There is no picture ${id}: upload it first.`);
    }
    if (exceedsGraphemes(altText, limits.altTextGraphemes)) {
      throw new Refusal(
        422,
        'alt-text-too-long',
        `A picture's description may have at most ${limits.altTextGraphemes} characters.`,
      );
    }
  }
}

function checkReply({ replyTo }: Draft, existing: Existing): void {
  if (replyTo === null) return;
  const parent = existing.livePost(replyTo.parent);
  if (parent === null) {
    throw new Refusal(422, 'no-such-parent', `There is no post ${replyTo.parent} to reply to.`);
  }
  const root = parent.replyTo?.root ?? parent.id;
  if (root !== replyTo.root) {
    throw new Refusal(422, 'thread-mismatch', `Post ${parent.id} belongs to the thread of ${root}.`);
  }
}
