/** The vault: seals the accounts' credentials, so that a copy of the database alone lets nobody post. */
export { loadVaultKey } from './key.js';
export { type Credentials, Vault, VaultFault } from './vault.js';
