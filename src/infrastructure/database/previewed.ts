import type { Ledger, LedgerTransaction } from './ledger.js';

/** Carries the outcome out of a transaction that is to leave nothing behind. */
class Previewed<Outcome> extends Error {
  constructor(readonly outcome: Outcome) {
    super('A preview is rolled back');
  }
}

/**
 * Does the work in a transaction; as a preview it does the very same and rolls it back, so that what is shown is what
 * would happen. Nobody is notified of what was rolled back. Whether it is one may depend on what came of the work.
 */
export async function inTransaction<Outcome>(
  ledger: Ledger,
  preview: boolean | ((outcome: Outcome) => boolean),
  work: (trx: LedgerTransaction) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await ledger.transaction().execute(async (trx) => {
      const outcome = await work(trx);
      if (typeof preview === 'boolean' ? preview : preview(outcome)) throw new Previewed(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Previewed) return error.outcome as Outcome;
    throw error;
  }
}
