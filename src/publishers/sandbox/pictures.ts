import { createHash } from 'node:crypto';
import type { OutgoingPart, OutgoingPicture } from '../publisher.js';
import { pictureSchema, read, type SandboxApi } from './api.js';
import { outcomeBeforeSending, type NotPublished } from './outcomes.js';

export interface AttachedPicture {
  readonly id: string;
  readonly altText: string;
}

export type Attached =
  | { readonly kind: 'attached'; readonly pictures: readonly AttachedPicture[] }
  | { readonly kind: 'failed'; readonly outcome: NotPublished };

/** How many uploads are remembered; the oldest is forgotten first, and uploading it again does no harm. */
const rememberedUploads = 10_000;

/** Uploads the pictures of parts, each at most once while it is remembered. */
export class Pictures {
  readonly #ids = new Map<string, string>();

  async attach(api: SandboxApi, part: OutgoingPart): Promise<Attached> {
    const pictures: AttachedPicture[] = [];
    for (const picture of part.pictures) {
      const key = uploadKey(part, picture);
      let id = this.#ids.get(key);
      if (id === undefined) {
        const result = await api.uploadPicture(picture.bytes, picture.mimeType);
        const uploaded =
          result.kind === 'answered' && result.status === 201 ? read(pictureSchema, result) : null;
        if (uploaded === null) return { kind: 'failed', outcome: outcomeBeforeSending(result) };
        id = uploaded.id;
        this.#remember(key, id);
      }
      pictures.push({ id, altText: picture.altText });
    }
    return { kind: 'attached', pictures };
  }

  /** Lets the pictures of a part be uploaded anew: the network has lost them. */
  forget(part: OutgoingPart): void {
    for (const picture of part.pictures) this.#ids.delete(uploadKey(part, picture));
  }

  #remember(key: string, id: string): void {
    this.#ids.set(key, id);
    const [oldest] = this.#ids.keys();
    if (this.#ids.size > rememberedUploads && oldest !== undefined) this.#ids.delete(oldest);
  }
}

function uploadKey({ account }: OutgoingPart, { bytes }: OutgoingPicture): string {
  return `${account.id} ${createHash('sha256').update(bytes).digest('hex')}`;
}
