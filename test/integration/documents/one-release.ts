import { flowing, type Line, pdfFile } from './pdf-file.js';
import { paragraph, run, wordFile } from './word-file.js';

const TITLE = 'Valley groups ask court to stop the drain at Lake Ossel';

const PARAGRAPHS = [
  'HARBIN FALLS – A coalition of groups, including Lake Ossel Trust, Clear Shore and the Harbin Anglers, asked the court on Tuesday to stop the drain.',
  '“The lake is the only water that this valley has, and nobody asked the people who drink it,” said Ines Okafor, president of Lake Ossel Trust. “We will ask the court to hear them.”',
  'According to a survey by the University of Harbin, 71 percent of the residents of the valley take their water from the lake, and one in three has no other well.',
  'Tomas Brandt, director of Clear Shore, said: “Our children’s school has tested its taps every week since the drain was opened, and every week the numbers are worse.”',
  'The court hears the case on Thursday at the county’s courthouse in Harbin Falls. The hearing is open to everyone, and the groups will speak to the press on its steps.',
] as const;

/** An invented release, paragraph below paragraph. */
export const RELEASE = [TITLE, ...PARAGRAPHS].join('\n\n');

/** What it says, and who says so. */
export const QUOTATIONS = [
  {
    words: [
      'The lake is the only water that this valley has, and nobody asked the people who drink it,',
      'We will ask the court to hear them.',
    ],
    speaker: 'Ines Okafor',
  },
  {
    words: [
      'Our children’s school has tested its taps every week since the drain was opened, and every week the numbers are worse.',
    ],
    speaker: 'Tomas Brandt',
  },
];

/** The release as a file of every kind. */
export function filesOfRelease(): Readonly<Record<string, string | Uint8Array>> {
  return {
    'release.txt': RELEASE,
    'mailed.txt': [TITLE, ...PARAGRAPHS.map((text) => wrapped(text, 72).join('\r\n'))].join('\r\n\r\n'),
    'from-windows.txt': Buffer.from(`\uFEFF${RELEASE}`, 'utf16le'),
    'release.md': `# ${TITLE}\n\n${PARAGRAPHS.map((text) => wrapped(text, 80).join('\n')).join('\n\n')}\n`,
    'release.docx': wordFile([TITLE, ...PARAGRAPHS].map((text) => paragraph(run(text))).join('')),
    'release.html': pageOfRelease(),
    'release.pdf': pdfOfRelease(),
  };
}

function pageOfRelease(): string {
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${TITLE} | Lake Ossel Trust</title><style>p { color: #333 }</style></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/donate">Donate</a></li><li><a href="/news">All news</a></li></ul></nav>
<main><article><h1>${TITLE}</h1>
${PARAGRAPHS.map((text) => `<p>${wrapped(text, 60).join('\n')}</p>`).join('\n')}
</article></main>
<footer><p>Lake Ossel Trust, all rights reserved.</p><p><a href="/cookies">Cookies</a></p></footer>
<script>document.title = '“Nobody said this,” said a script.';</script>
</body></html>`;
}

/** Two pages of lines, each with a head and a page number; the third paragraph runs over the end of the first page. */
function pdfOfRelease(): Uint8Array {
  const lines = [TITLE, ...PARAGRAPHS].flatMap((text) => [...wrapped(text, 66), '']);
  const half = lines.findIndex((line) => line.includes('According')) + 2;
  return pdfFile([page(1, lines.slice(0, half)), page(2, lines.slice(half))]);
}

function page(number: number, lines: readonly string[]): Line[] {
  return [
    { text: 'Lake Ossel Trust - News', x: 72, y: 750, size: 9 },
    ...flowing(lines),
    { text: `Page ${number} of 2`, x: 290, y: 40, size: 9 },
  ];
}

/** The lines of a paragraph, each filled up to that width. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
