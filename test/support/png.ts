import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one colour that turns into another from top to bottom; colours as [red, green, blue]. */
export function pngOf(
  width: number,
  height: number,
  top: readonly [number, number, number] = [20, 90, 110],
  bottom: readonly [number, number, number] = top,
): Uint8Array {
  const rows = Array.from({ length: height }, (_, y) => {
    const share = height === 1 ? 0 : y / (height - 1);
    const pixel = top.map((from, channel) => Math.round(from + ((bottom[channel] ?? from) - from) * share));
    return Buffer.from([0, ...Array.from({ length: width }, () => pixel).flat()]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, checksum]);
}
