import { markup, type Html } from './markup.js';

const addressPattern = /https?:\/\/[^\s<>"“”]+/g;
/** Marks that end a sentence around an address rather than the address itself. */
const trailingMarks = /[.,;:!?)\]}'’]+$/;

/** A post's text with its addresses as links; line breaks are kept by the stylesheet. */
export function postText(text: string): Html {
  const pieces: Html[] = [];
  let end = 0;
  for (const match of text.matchAll(addressPattern)) {
    const address = match[0].replace(trailingMarks, '');
    pieces.push(markup`${text.slice(end, match.index)}${addressLink(address)}`);
    end = match.index + address.length;
  }
  pieces.push(markup`${text.slice(end)}`);
  return markup`${pieces}`;
}

function addressLink(address: string): Html {
  const shown = address.replace(/^https?:\/\/(?:www\.)?/, '');
  return markup`<a href="${address}" rel="nofollow noopener noreferrer">${shown}</a>`;
}
