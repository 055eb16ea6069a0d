/** Publishes to the sandbox network, over HTTP as to any other. */
export { createSandboxPublisher, type SandboxPublisherOptions } from './sandbox-publisher.js';
export { connectSandboxAccount, type ConnectedAccount } from './connect-account.js';
