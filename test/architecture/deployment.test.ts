import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { loadConfig } from '../../src/infrastructure/config/index.js';

const PROJECT = resolve(import.meta.dirname, '../..');

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly network_mode?: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

function read(name: string): string {
  return readFileSync(join(PROJECT, name), 'utf8');
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<'web' | 'worker' | 'sandbox' | 'postgres' | 'redis', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const { services } = compose;

/** As Compose puts the values of `.env` in; a value that is asked for and not given is a fault there too. */
function interpolated(text: string, given: Readonly<Record<string, string>>): string {
  return text
    .replace(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g, (whole, name: string, otherwise?: string) => {
      const value = given[name] ?? otherwise;
      if (value === undefined) throw new Error(`${whole} is not given`);
      return value;
    })
    .replaceAll('$$', '$');
}

describe('the deployment of docker-compose.yml', () => {
  const secrets = { POSTGRES_PASSWORD: 'a1b2', CHORUS_KEY: randomBytes(32).toString('base64') };

  it.each(['web', 'worker'] as const)(
    'gives %s a configuration that Chorus takes, with nothing embedded',
    (name) => {
      const environment = Object.entries(services[name].environment ?? {}).map(([variable, value]) => [
        variable,
        interpolated(String(value), secrets),
      ]);
      const config = loadConfig(Object.fromEntries(environment) as Record<string, string>);
      expect(config.database.url).not.toBeNull();
      expect(config.queue.redisUrl).not.toBeNull();
      expect(config.sandbox.url).not.toBeNull();
      expect(config.vault.key).not.toBeNull();
    },
  );

  it('opens no port to other machines', () => {
    for (const name of ['web', 'worker', 'sandbox'] as const) {
      expect(services[name].network_mode).toBe('host');
      expect(services[name].environment).not.toHaveProperty('HOST');
      expect(services[name].command?.join(' ')).not.toContain('--host');
    }
    const published = Object.values(services).flatMap(({ ports }) => ports ?? []);
    expect(published).toHaveLength(2);
    for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('runs Redis so that no job is late, lost at a restart, or evicted', () => {
    const command = services.redis.command?.join(' ');
    expect(command).toContain('--hz 100');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('keeps the ledger, the queue and the sandbox network on volumes', () => {
    const kept = Object.values(services).flatMap(({ volumes }) => volumes ?? []);
    expect(new Set(kept.map((volume) => volume.split(':')[0]))).toEqual(
      new Set(Object.keys(compose.volumes)),
    );
    // The image of PostgreSQL 18 refuses a volume on its former place, /var/lib/postgresql/data.
    expect(services.postgres).toMatchObject({
      image: 'postgres:18',
      volumes: ['postgres:/var/lib/postgresql'],
    });
  });

  it('asks every service for its health, and starts none before those that it needs', () => {
    for (const { healthcheck } of Object.values(services)) expect(healthcheck?.test[0]).toBe('CMD');
    for (const { depends_on: needed = {} } of Object.values(services)) {
      for (const [name, { condition }] of Object.entries(needed)) {
        expect(Object.keys(services)).toContain(name);
        expect(condition).toBe('service_healthy');
      }
    }
  });

  it('runs files that the build makes', () => {
    for (const name of ['web', 'worker', 'sandbox'] as const) {
      const [program, file] = services[name].command ?? [];
      expect(program).toBe('node');
      expect(existsSync(join(PROJECT, String(file).replace('dist/', 'src/').replace(/\.js$/, '.ts')))).toBe(
        true,
      );
    }
  });

  it('holds no secret, and .env.example names what is to be filled in', () => {
    const asked = [...read('docker-compose.yml').matchAll(/(?<!\$)\$\{(\w+)/g)].map((match) => match[1]);
    const named = new Map(
      [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map((match) => [match[1], match[2]]),
    );
    expect(new Set(named.keys())).toEqual(new Set(asked));
    for (const secret of Object.keys(secrets)) expect(named.get(secret)).toBe('');
    expect(read('.gitignore').split('\n')).toContain('.env');
  });
});

describe('the image', () => {
  it('copies what is there, and .dockerignore lets it in', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) =>
      String(match[1]).split(' '),
    );
    expect(copied).toContain('templates');
    for (const name of copied) {
      expect(existsSync(join(PROJECT, name))).toBe(true);
      expect(read('.dockerignore').split('\n')).toContain(`!${name}`);
    }
  });

  it('holds no development package and runs as an ordinary user', () => {
    const last =
      read('Dockerfile')
        .split(/^FROM /m)
        .at(-1) ?? '';
    expect(last).toContain('USER node');
    expect(last).toContain('COPY --from=packages /chorus/node_modules node_modules');
    expect(read('Dockerfile')).toContain('npm ci --omit=dev');
  });
});
