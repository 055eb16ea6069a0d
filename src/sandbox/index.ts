/** A small social network, reached only over HTTP, as any other: the embedded default, and where faults are staged. */
export { startSandbox, type RunningSandbox, type SandboxOptions } from './sandbox.js';
export { FileSandboxStore } from './store/file-store.js';
export { MemorySandboxStore } from './store/memory-store.js';
export type { SandboxStore } from './store/sandbox-store.js';
export type { FaultInput } from './faults/fault.js';
export type { RequestEvent } from './http/requests.js';
