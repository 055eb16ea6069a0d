import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** What is read of a page’s document; the library’s own types need those of a browser. */
interface Page {
  readonly documentElement: { readonly localName: string } | null;
  readonly body: { readonly innerHTML: string } | null;
  querySelectorAll(selector: string): Iterable<{ readonly textContent: string | null }>;
}

export interface PageParts {
  /** All that the page shows. */
  readonly body: string;
  /** The part that is its article, or null. */
  readonly article: string | null;
  /** The one headline of the first rank; it often stands outside of what is found to be the article. */
  readonly headline: string | null;
}

/** Finding the article takes longer the more elements there are; a page of a release has a few thousand. */
const MOST_ELEMENTS = 20_000;

/** Takes a page apart. Nothing that the page refers to is loaded, and none of its scripts run. */
export function partsOfPage(html: string, elements: number): PageParts {
  const document = parsed(html);
  const body = document.body?.innerHTML ?? html;
  const headlines = Array.from(document.querySelectorAll('h1'), ({ textContent }) =>
    oneLine(textContent ?? ''),
  );
  const [headline = ''] = headlines;
  return {
    body,
    // It changes the document that it is given, so it comes last.
    article: elements > MOST_ELEMENTS ? null : articleOf(document),
    headline: headlines.length === 1 && headline !== '' ? headline : null,
  };
}

/** A part of a page, or one that breaks off within its first tag, is given what makes a page of it. */
function parsed(html: string): Page {
  const page: Page = parseHTML(html).document;
  if (page.documentElement?.localName === 'html') return page;
  return parseHTML(`<html><body>${html}</body></html>`).document;
}

/** The library trips over some broken pages, where an element that it counts on is missing: no article is found then. */
function articleOf(document: Page): string | null {
  try {
    return new Readability(document).parse()?.content ?? null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function oneLine(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ').trim();
}
