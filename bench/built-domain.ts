/** The built domain that is measured: this repository's, or another build of it whose `dist/` the environment names. */
const DOMAIN = new URL('domain/', process.env['CHORUS_DIST'] ?? new URL('../dist/', import.meta.url));

export async function builtDomain<Module>(path: string): Promise<Module> {
  return (await import(new URL(path, DOMAIN).href)) as Module;
}
