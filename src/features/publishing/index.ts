/** Publishing: alarms, claims, the one call, its record, reconciling, and the stop. */
export { Enqueuer } from './enqueuer.js';
export { PAUSE_CHANNEL } from './pause.repository.js';
export { Publishers } from './publishers.js';
export { PublishingModule, PublishingWorkerModule } from './publishing.module.js';
export { PublishingOptions } from './publishing.options.js';
export { StopFlag } from './stop-flag.js';
export { Sweep } from './sweep.js';
