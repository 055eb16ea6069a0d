import { unzipSync } from 'fflate';

/** A document has some dozens; an archive that claims millions would only be counted through. */
const MOST_ENTRIES = 10_000;

/** The names in a ZIP archive, or null where it cannot be read. Nothing is unpacked. */
export function namesInZip(bytes: Uint8Array): ReadonlySet<string> | null {
  const names = new Set<string>();
  const files = unzipped(bytes, (name) => {
    names.add(name);
    return false;
  });
  return files === null ? null : names;
}

/**
 * The wanted files of a ZIP archive; null where it cannot be read, 'too-large' where they unpack to more than
 * `mostBytes` together. A file that is larger than the archive says comes out cut off, so that no lie gets past.
 */
export function filesInZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  mostBytes: number,
): Record<string, Uint8Array> | null | 'too-large' {
  let size = 0;
  const files = unzipped(bytes, (name, unpackedBytes) => {
    if (!isWanted(name)) return false;
    size += unpackedBytes;
    return size <= mostBytes;
  });
  return size > mostBytes ? 'too-large' : files;
}

function unzipped(
  bytes: Uint8Array,
  takes: (name: string, unpackedBytes: number) => boolean,
): Record<string, Uint8Array> | null {
  let entries = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries += 1;
        if (entries > MOST_ENTRIES) throw new Error('An archive of more entries than a document has');
        return takes(name, Math.max(size, originalSize));
      },
    });
  } catch (error) {
    // Whatever it throws, it does so since these bytes are no archive, or a broken one.
    if (error instanceof Error) return null;
    throw error;
  }
}
