import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { type PrivateRedis, startPrivateRedis } from '../../support/redis.js';
import { describeWithRedis, describeWithSharedReleases, sharedReleasesPath } from '../../support/suites.js';
import { describeMainJob, FIVE_WAVES } from './main-job.js';

function setting() {
  const gold = JSON.parse(readFileSync(join(sharedReleasesPath, 'seed.json'), 'utf8')) as {
    organizations: string[];
  };
  return {
    organizations: gold.organizations,
    accountsEach: 2,
    release: readFileSync(join(sharedReleasesPath, 'seed.txt'), 'utf8'),
    waves: FIVE_WAVES,
  };
}

describeWithSharedReleases('the release that Chorus was made for, with 21 partners', () => {
  describeMainJob('PostgreSQL', () => null, setting);

  describeWithRedis('and Redis', () => {
    let redis: PrivateRedis;
    beforeAll(async () => {
      redis = await startPrivateRedis();
    });
    afterAll(() => redis.stop());
    describeMainJob('Redis', () => redis.url, setting);
  });
});
