import DataLoader from 'dataloader';

/** Posts of one transaction at most: a slice of a wave, so that a pause waits for no more than that. */
const SLICE = 200;
/** How long a call waits for others to share its transaction. */
const GATHER_MS = 2;

/** The same for what is read seconds before the instant, while alarms come in one by one: fewer, larger reads. */
export const GATHER_WHILE_ARMING_MS = 20;

/** Calls made at about the same moment share one batch; nothing is remembered between batches. */
export function gathering<Key, Value>(
  batch: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  gatherMs = GATHER_MS,
): DataLoader<Key, Value> {
  return new DataLoader<Key, Value>(batch, {
    cache: false,
    maxBatchSize: SLICE,
    batchScheduleFn: (dispatch) => setTimeout(dispatch, gatherMs),
  });
}
