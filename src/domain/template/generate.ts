import {
  candidatesOf,
  daysBefore,
  inOrder,
  inOwnWords,
  isEmbargoed,
  rememberedFill,
  type Candidate,
  type FillCandidate,
} from './candidates.js';
import { laterWaveInWords, needsInWords } from './empty-cell.js';
import type {
  EmptyCell,
  GeneratedPost,
  Generation,
  GenerationAccount,
  GenerationInput,
  GenerationWave,
} from './generation.js';
import { match } from './matching.js';
import { isAllowed } from './template.js';
import { byRank, Turns } from './turns.js';

/**
 * Makes one post for each account and wave, or says what an account lacks to have one.
 *
 * Statements and templates take turns: as long as there are alternatives that fit, no two partners on a network
 * say the same statement in the same template in one wave, and no organization speaks of a statement in two
 * waves running. Where both cannot be had, sameness within a wave is avoided first. Pure: the same input gives
 * the same posts in the same order, whatever the order of its lists.
 */
export function generate(input: GenerationInput): Generation {
  const waves = input.waves.toSorted((a, b) => a.position - b.position || inOrder(a.id, b.id));
  const accounts = input.accounts.toSorted((a, b) => inOrder(a.id, b.id));
  const dealer: Dealer = {
    candidates: candidatesOf(input.templates, input.sources),
    fill: rememberedFill(input),
    turns: new Turns(input.seed),
  };
  const posts: GeneratedPost[] = [];
  const empty: EmptyCell[] = [];
  for (const [index, wave] of waves.entries()) {
    const dealt = dealWave(wave, index, accounts, dealer);
    for (const account of accounts) {
      const candidate = dealt.get(account);
      if (candidate) posts.push(postOf(wave, account, candidate, dealer));
      else empty.push(emptyCell(wave, account, dealer, input));
    }
  }
  return { posts, empty };
}

interface Dealer {
  readonly candidates: readonly Candidate[];
  readonly fill: FillCandidate;
  readonly turns: Turns;
}

function allowed({ templates }: GenerationWave, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ template }) => isAllowed(template, templates));
}

/** Deals a wave network by network; what was dealt is then kept in mind for the next waves. */
function dealWave(
  wave: GenerationWave,
  index: number,
  accounts: readonly GenerationAccount[],
  dealer: Dealer,
): ReadonlyMap<GenerationAccount, Candidate> {
  const dealt = new Map<GenerationAccount, Candidate>();
  for (const network of new Set(accounts.map((account) => account.network))) {
    const seats = accounts.filter((account) => account.network === network);
    for (const [account, candidate] of dealNetwork(wave, index, seats, dealer)) dealt.set(account, candidate);
  }
  return dealt;
}

/**
 * Deals one network's accounts in rounds, each for those whom the rounds before left over. While accounts have
 * texts of their own to take: a subject that nobody else has; a subject in a template that nobody else has; the
 * same, though the organization spoke of it in the wave before; another passage of what others quote. Then what
 * others say too, everything once more before anything twice more.
 */
function dealNetwork(
  wave: GenerationWave,
  index: number,
  accounts: readonly GenerationAccount[],
  dealer: Dealer,
): ReadonlyMap<GenerationAccount, Candidate> {
  const { turns } = dealer;
  const luck = (account: GenerationAccount) => turns.luck(`${wave.id} | ${account.id}`);
  const seats = accounts.toSorted((a, b) => luck(a) - luck(b));
  const choices = choicesOf(wave, index, seats, dealer);
  let dealt: ReadonlyMap<GenerationAccount, Candidate> = new Map();
  for (const { kindOf, repeating } of ROUNDS) {
    const held = dealt;
    dealt = match(seats, (seat) => choices(seat, repeating && !held.has(seat)), kindOf, held);
  }
  while (dealt.size < seats.length) {
    const left = seats.filter((seat) => !dealt.has(seat));
    const fresh = match(left, (seat) => choices(seat, false), pairOf);
    const more = fresh.size > 0 ? fresh : match(left, (seat) => choices(seat, true), pairOf);
    if (more.size === 0) break;
    dealt = new Map([...dealt, ...more]);
  }
  for (const [account, candidate] of dealt) turns.take(candidate, account, index);
  return dealt;
}

const pairOf = ({ pair }: Candidate) => pair;
const ROUNDS = [
  { kindOf: ({ subject }: Candidate) => subject, repeating: false },
  { kindOf: pairOf, repeating: false },
  { kindOf: pairOf, repeating: true },
  { kindOf: ({ id }: Candidate) => id, repeating: false },
];

/** For each seat, what fits it, best first: what its organization repeats from the wave before, or the rest. */
function choicesOf(
  wave: GenerationWave,
  index: number,
  seats: readonly GenerationAccount[],
  { turns, fill, ...dealer }: Dealer,
): (seat: GenerationAccount, repeating: boolean) => readonly Candidate[] {
  const candidates = allowed(wave, dealer.candidates).filter((one) => !isEmbargoed(one, wave));
  const days = daysBefore(wave);
  const choices = new Map(
    seats.map((seat) => {
      const fits = (one: Candidate) => fill(one, seat, days).kind === 'filled';
      // A quotation is cut only where the whole does not fit.
      const fitting = candidates.flatMap((one) => (fits(one) ? [one] : one.cuts.filter(fits)));
      const ranked = byRank(
        fitting.map((one) => inOwnWords(one, seat)),
        (one) => turns.rank(one, seat),
      );
      const repeated = new Set(ranked.filter((one) => turns.repeats(one, seat, index)));
      return [seat, { repeated: [...repeated], fresh: ranked.filter((one) => !repeated.has(one)) }];
    }),
  );
  return (seat, repeating) => choices.get(seat)?.[repeating ? 'repeated' : 'fresh'] ?? [];
}

function postOf(
  wave: GenerationWave,
  account: GenerationAccount,
  candidate: Candidate,
  { fill }: Dealer,
): GeneratedPost {
  const filled = fill(candidate, account, daysBefore(wave));
  if (filled.kind === 'refuse')
    throw new Error(`A candidate that fits was dealt, and is refused: ${filled.message}`);
  return {
    waveId: wave.id,
    accountId: account.id,
    templateName: candidate.template.name,
    parts: filled.parts,
    statementIds: filled.usedStatements,
    dependsOnDate: filled.dependsOnDate,
  };
}

function emptyCell(
  wave: GenerationWave,
  account: GenerationAccount,
  dealer: Dealer,
  input: GenerationInput,
): EmptyCell {
  const showings = allowed(wave, dealer.candidates).flatMap((whole) => [whole, ...whole.cuts]);
  const tried = showings.map((candidate) => ({
    needs: candidate.template.needs,
    embargoedUntil: isEmbargoed(candidate, wave) ? candidate.source?.embargoedUntil : null,
    result: dealer.fill(candidate, account, daysBefore(wave)),
  }));
  const embargoes = tried
    .filter(({ result }) => result.kind === 'filled')
    .flatMap(({ embargoedUntil }) => embargoedUntil ?? []);
  if (embargoes.length > 0) {
    return { waveId: wave.id, accountId: account.id, needs: laterWaveInWords(Math.min(...embargoes)) };
  }
  return {
    waveId: wave.id,
    accountId: account.id,
    needs: needsInWords(wave, account, tried, input.templates),
  };
}
