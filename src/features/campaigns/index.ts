/** Campaigns: a case, its hearing with the history of its date, and the waves that count down to it. */
export { CampaignCopies } from './campaign-copies.js';
export { CampaignRepository, type CampaignRow } from './campaign.repository.js';
export { CampaignsModule } from './campaigns.module.js';
export {
  NO_EFFECT,
  type PlanChange,
  PlanListener,
  PlanListeners,
  type PlannedWave,
} from './plan-listener.js';
