/** The networks that Chorus knows. `sandbox` is its own small network, the default of an installation. */
export const NETWORKS = ['sandbox', 'bluesky', 'mastodon', 'x', 'threads', 'linkedin'] as const;
export type Network = (typeof NETWORKS)[number];

export function isNetwork(value: string): value is Network {
  return (NETWORKS as readonly string[]).includes(value);
}

/** What a network counts; a grapheme is what a reader would call a character. */
export type CountingUnit = 'grapheme' | 'byte' | 'weighted character' | 'character' | 'link';

/** What a network accepts in one part of a post. Counts are per part, sizes in bytes. */
export interface NetworkRules {
  /** The name that people know it by. */
  readonly title: string;
  /** The limit of a text, in the units that `measure` counts for this network. */
  readonly textLimit: number;
  /** Whether a post may have several parts, each a reply to the one before. */
  readonly threads: boolean;
  /** Whether it forbids several accounts to post what is substantially the same: then a near copy is not approved. */
  readonly forbidsNearCopies: boolean;
  readonly pictures: {
    readonly max: number;
    readonly maxBytes: number;
    /** In UTF-16 code units. */
    readonly altTextLimit: number;
  };
}

/**
 * The networks' own documented limits as of 2026. A Mastodon server states its own text limit when an account
 * is connected: that number then goes to `measure` in place of this default. X allows no threads through its
 * API for self-serve apps, and its automation rules forbid substantially similar posts from several accounts; Threads and LinkedIn are served by hand-off, which carries one text.
 */
export const NETWORK_RULES: Readonly<Record<Network, NetworkRules>> = {
  sandbox: rules('Sandbox', 300, true, { max: 4, maxBytes: 2_000_000, altTextLimit: 2_000 }),
  bluesky: rules('Bluesky', 300, true, { max: 4, maxBytes: 2_000_000, altTextLimit: 2_000 }),
  mastodon: rules('Mastodon', 500, true, { max: 4, maxBytes: 16_000_000, altTextLimit: 1_500 }),
  x: {
    ...rules('X', 280, false, { max: 4, maxBytes: 5_000_000, altTextLimit: 1_000 }),
    forbidsNearCopies: true,
  },
  threads: rules('Threads', 500, false, { max: 10, maxBytes: 8_000_000, altTextLimit: 1_000 }),
  linkedin: rules('LinkedIn', 3_000, false, { max: 9, maxBytes: 5_000_000, altTextLimit: 4_000 }),
};

function rules(
  title: string,
  textLimit: number,
  threads: boolean,
  pictures: NetworkRules['pictures'],
): NetworkRules {
  return { title, textLimit, threads, forbidsNearCopies: false, pictures };
}
