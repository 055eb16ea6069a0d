import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { type PrivateRedis, startPrivateRedis } from '../../support/redis.js';
import { describeWithRedis } from '../../support/suites.js';
import { describeMainJob, FIVE_WAVES } from './main-job.js';

const examples = resolve(import.meta.dirname, '../../../examples');
const campaign = JSON.parse(readFileSync(resolve(examples, 'campaign.json'), 'utf8')) as {
  organizations: { name: string }[];
};

function setting() {
  return {
    organizations: campaign.organizations.map(({ name }) => name),
    accountsEach: 1,
    release: readFileSync(resolve(examples, 'release.txt'), 'utf8'),
    waves: FIVE_WAVES,
  };
}

describe('the example release', () => {
  describeMainJob('PostgreSQL', () => null, setting);
});

describeWithRedis('the example release', () => {
  let redis: PrivateRedis;
  beforeAll(async () => {
    redis = await startPrivateRedis();
  });
  afterAll(() => redis.stop());
  describeMainJob('Redis', () => redis.url, setting);
});
