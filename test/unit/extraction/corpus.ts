import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An invented release with what a careful reader finds in it. */
export interface AnnotatedRelease {
  readonly name: string;
  readonly text: string;
  readonly quotes: readonly {
    readonly start: number;
    readonly end: number;
    readonly speaker: string | null;
    readonly organization: string | null;
  }[];
  readonly facts: readonly { readonly start: number; readonly end: number }[];
  readonly organizations: readonly string[];
  readonly phrases: readonly { readonly start: number; readonly end: number }[];
}

const TAG = /⟪([^⟫]*)⟫/gu;

/**
 * Reads an annotated release: `⟪q:Name⟫…⟪/⟫` a quotation's span (`⟪q:⟫` nobody named, `⟪q:org=X⟫` an organization),
 * `⟪f⟫` a fact, `⟪o⟫` a partner, `⟪n⟫` a phrase in marks that is no quotation.
 */
export function readAnnotated(name: string, annotated: string): AnnotatedRelease {
  let text = '';
  let from = 0;
  const open: { tag: string; start: number }[] = [];
  const release = { quotes: [], facts: [], organizations: [], phrases: [] } as {
    quotes: AnnotatedRelease['quotes'][number][];
    facts: AnnotatedRelease['facts'][number][];
    organizations: string[];
    phrases: AnnotatedRelease['phrases'][number][];
  };
  for (const match of annotated.matchAll(TAG)) {
    text += annotated.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[1] !== '/') {
      open.push({ tag: match[1] ?? '', start: text.length });
      continue;
    }
    const { tag, start } = open.pop() ?? { tag: '', start: 0 };
    const span = { start, end: text.length };
    if (tag === 'f') release.facts.push(span);
    else if (tag === 'n') release.phrases.push(span);
    else if (tag === 'o') release.organizations.push(text.slice(start).replace(/\s+/gu, ' '));
    else release.quotes.push({ ...span, ...whose(tag) });
  }
  if (open.length > 0) throw new Error(`${name}: ${open.length} tags are never closed: close them with ⟪/⟫.`);
  return { name, text: text + annotated.slice(from), ...release };
}

function whose(tag: string): { speaker: string | null; organization: string | null } {
  const value = tag.replace(/^q:/u, '');
  if (value.startsWith('org=')) return { speaker: null, organization: value.slice(4) };
  return { speaker: value === '' ? null : value, organization: null };
}

/** All invented releases beside this file. */
export function invented(): AnnotatedRelease[] {
  const folder = join(import.meta.dirname, 'corpus');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readAnnotated(file.slice(0, -4), readFileSync(join(folder, file), 'utf8')));
}
