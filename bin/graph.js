/** Runs dependency-cruiser with the rules of the house, for the checks and for the drawings in the documents. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

/** Reads the imports of `src` below `folder`, and what breaks a rule. */
export function cruise(folder = ROOT) {
  const cruiser = join(ROOT, 'node_modules/.bin/depcruise');
  const rules = join(ROOT, '.dependency-cruiser.cjs');
  const run = spawnSync(process.execPath, [cruiser, '--config', rules, '--output-type', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.error) throw run.error;
  // It ends with the count of errors as its exit code; without a graph it could not run at all.
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${run.stderr}`);
  const { modules, summary } = JSON.parse(run.stdout);
  return {
    imports: modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
    ),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
