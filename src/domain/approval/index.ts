/** An organization's decision on one fingerprint, and what it covers. */
export * from './approval.js';
