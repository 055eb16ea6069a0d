/** A line of a page: its words and where it stands, in points from the lower left corner. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Turned by 45 degrees, as a stamp is. */
  readonly isAskew?: boolean;
}

const PAGE_HEIGHT = 792;
/** Letters that WinAnsiEncoding, which is Windows-1252, has beyond Latin-1, as octal escapes. */
const BEYOND_LATIN1: Readonly<Record<string, string>> = {
  '‘': '\\221',
  '’': '\\222',
  '“': '\\223',
  '”': '\\224',
  '•': '\\225',
  '–': '\\226',
  '—': '\\227',
};

/** A PDF written by hand: these lines on pages of letter size, in Courier, whose letters are all 0.6 of their height wide. */
export function pdfFile(pages: readonly (readonly Line[])[], trailer = ''): Uint8Array {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, index) => {
      const content = lines.map(operators).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 ${PAGE_HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return assembled(objects, trailer);
}

/** Lines one below the other from the top of the page, a wider step where one is empty. */
export function flowing(lines: readonly string[], { x = 72, top = 700, step = 14, size = 11 } = {}): Line[] {
  return lines.flatMap((text, index) => (text === '' ? [] : [{ text, x, y: top - index * step, size }]));
}

function operators({ text, x, y, size = 11, isAskew = false }: Line): string {
  const turn = isAskew ? '0.707 0.707 -0.707 0.707' : '1 0 0 1';
  return `BT /F1 ${size} Tf ${turn} ${x} ${y} Tm (${literal(text)}) Tj ET`;
}

function literal(text: string): string {
  return Array.from(text.replace(/[\\()]/g, '\\$&'), (letter) => BEYOND_LATIN1[letter] ?? letter).join('');
}

function assembled(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + end, 'latin1');
}
