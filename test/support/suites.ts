/**
 * Suites that need something a machine may lack. Where it is absent the suite is skipped under its own name with
 * the reason, so that the summary counts it; under CI=true it fails instead, so that CI can never pass by
 * leaving out what it was meant to prove.
 */
import { existsSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { describe, it } from '@jest/globals';

/** Debian's chromium package; browser journeys run on this one only. */
export const chromiumPath = '/usr/bin/chromium';

/** Real press releases, kept beside the repository and never in it. */
export const sharedReleasesPath = resolve(import.meta.dirname, '../../../shared/releases');

const underContinuousIntegration = process.env['CI'] === 'true';

/** The first executable of that name on the PATH, or null. */
export function findOnPath(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const candidate = join(folder, name);
    if (folder !== '' && isExecutable(candidate)) return candidate;
  }
  return null;
}

function isExecutable(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  return file !== undefined && file.isFile() && (file.mode & 0o111) !== 0;
}

/**
 * Runs the suite where `missing` is null; else skips it by name, or fails it under CI. The suite's own function
 * does not run then, so it may read what it needs while it registers its tests.
 */
export function describeUnlessMissing(title: string, missing: string | null, suite: () => void): void {
  if (missing === null) {
    describe(title, suite);
    return;
  }
  const describeAbsent = underContinuousIntegration ? describe : describe.skip;
  describeAbsent(title, () => {
    it(`cannot run here: ${missing}`, () => {
      throw new Error(`Under CI=true this suite must run, and it cannot: ${missing}.`);
    });
  });
}

/** For suites that drive a browser through playwright-core. */
export function describeWithChromium(title: string, suite: () => void): void {
  const missing = isExecutable(chromiumPath) ? null : `there is no Chromium at ${chromiumPath}`;
  describeUnlessMissing(title, missing, suite);
}

/** For suites that start a private Redis of their own; `redisServerPath()` is the binary to start. */
export function describeWithRedis(title: string, suite: () => void): void {
  const missing = redisServerPath() === null ? 'there is no redis-server on the PATH' : null;
  describeUnlessMissing(title, missing, suite);
}

export function redisServerPath(): string | null {
  return findOnPath('redis-server');
}

/** For suites that read the real releases in ../shared/releases. */
export function describeWithSharedReleases(title: string, suite: () => void): void {
  const seed = join(sharedReleasesPath, 'seed.txt');
  describeUnlessMissing(title, existsSync(seed) ? null : `there is no ${seed}`, suite);
}
