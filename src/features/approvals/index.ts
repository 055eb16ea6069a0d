/** Approvals: an organization's decision on the fingerprint of a post. */
export { ApprovalsModule } from './approvals.module.js';
export { SystemApprovals, type ToApprove } from './system-approvals.js';
