import { isNetwork, NETWORK_RULES } from '../../../domain/network/network.js';
import { partText } from '../../../domain/post/segment.js';
import {
  hourInWords,
  type Html,
  markup,
  rangeInWords,
  shortDay,
  zoneShown,
} from '../../../infrastructure/html/index.js';
import { SETTLED } from '../post-standing.js';
import type { PlanPost, PlanWave } from './plan-content.js';

/** One wave: when it leaves, and each of its posts in full. `ofAll` where it shows all organizations’ posts. */
export function waveTable(wave: PlanWave, index: number, zone: string, ofAll: boolean): Html {
  const { name, label, times, posts } = wave;
  const when =
    times === null ? `No date yet: ${label}` : `${rangeInWords(times.first, times.last, zone)} (${label})`;
  return markup`
      <table class="posts" id="wave-${index + 1}">
        <thead>
          <tr>
            <th class="wave" scope="colgroup" colspan="3"><h2>${name}</h2><p>${when}</p></th>
          </tr>
          <tr class="columns">
            <th scope="col" class="when">Time, status</th>
            <th scope="col" class="who">Account</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        <tbody>${posts.map((post) => row(post, times, zone))}${posts.length === 0 ? none(ofAll) : null}
        </tbody>
      </table>`;
}

function none(ofAll: boolean): Html {
  const sentence = ofAll
    ? 'No post is made for this wave yet.'
    : 'This organization has no post in this wave.';
  return markup`
          <tr><td colspan="3" class="none">${sentence}</td></tr>`;
}

function row(post: PlanPost, times: PlanWave['times'], zone: string): Html {
  const { account, organization, network, status, parts, sources } = post;
  const standing = SETTLED.includes(status)
    ? markup`<span class="settled">${status}</span>`
    : markup`<span>${status}</span>`;
  return markup`
          <tr>
            <td class="when">${time(post, times, zone)}${standing}</td>
            <th scope="row" class="who"><strong>${organization}</strong><span>@${account}</span><span>${networkTitle(network)}</span></th>
            <td class="words">
              ${parts.map((part, index) => partParagraph(partText(part), index, parts.length))}
              ${sources.length === 0 ? null : markup`<ul class="sources">${sources.map(sourceItem)}</ul>`}
            </td>
          </tr>`;
}

/** The hour at the court; the day where the wave has several, and the partner’s own hour where it differs. */
function time({ plannedAt, zone: own }: PlanPost, times: PlanWave['times'], zone: string): Html {
  if (plannedAt === null) return markup`<strong>no date yet</strong>`;
  const several = times !== null && shortDay(times.first, zone) !== shortDay(times.last, zone);
  const hour = `${hourInWords(plannedAt, zone)} ${zoneShown(plannedAt, zone)}`;
  const there = `${hourInWords(plannedAt, own)} ${zoneShown(plannedAt, own)}`;
  const day = several ? markup`<span>${shortDay(plannedAt, zone)}</span>` : null;
  const elsewhere = there === hour ? null : markup`<span>${there}</span>`;
  return markup`<strong>${hourInWords(plannedAt, zone)}</strong>${day}${elsewhere}`;
}

/** Its line breaks are shown as they stand, so nothing may come between it and its marks. */
function partParagraph(text: string, index: number, parts: number): Html {
  const number = parts === 1 ? null : markup`<span class="part">Part ${index + 1} of ${parts}</span>`;
  return markup`<p class="text" dir="auto">${number}${text}</p>`;
}

function sourceItem({ words, from }: PlanPost['sources'][number]): Html {
  return markup`<li>${beginning(words)}: ${from}</li>`;
}

const BEGINNING = 48;

/** Enough of the words to find them in the text above. */
function beginning(words: string): string {
  const line = words.replace(/\s+/gu, ' ');
  const whole = line.slice(0, BEGINNING).replace(/\s*\S*$/u, '');
  if (line.length <= BEGINNING || whole === '') return line;
  return `${whole} …${line.startsWith('“') ? '”' : ''}`;
}

function networkTitle(network: string): string {
  return isNetwork(network) ? NETWORK_RULES[network].title : network;
}
