/** Operations: whether the service is well. */
export { OperationsModule } from './operations.module.js';
