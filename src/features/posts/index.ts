/** Posts: what one account says in one wave, how it is made from statements and templates, and how it moves. */
export { AlarmRepository, type Wakeable } from './alarm.repository.js';
export { ExpiryRepository } from './expiry.repository.js';
export { wordsFault } from './fit.js';
export { refuseFrozen } from './freeze.js';
export { MoveRepository, type PostMove } from './move.repository.js';
export { NearCopies } from './near-copies/near-copies.js';
export { type NamedPost, PostRepository } from './post.repository.js';
export { DUE_CHANNEL } from './plan.repository.js';
export { PostEditor } from './post.editor.js';
export { postNotFound, refuseUnderEmbargo } from './post.refusals.js';
export { PostsModule } from './posts.module.js';
export { revisionsOf, statementUses } from './statement-uses.js';
