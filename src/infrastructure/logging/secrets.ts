/** Names of fields that hold secrets, wherever they stand in what is logged. */
const SECRET_NAMES = [
  'credentials',
  'authorization',
  'Authorization',
  'cookie',
  '["set-cookie"]',
  'password',
  'secret',
  'token',
  'accessToken',
  'refreshToken',
  'connectionString',
  'databaseUrl',
  'redisUrl',
];

const DEEPEST = 4;

/** As pino's `redact` takes them: each name at the top and down to a few levels below. */
export const SECRET_PATHS: string[] = SECRET_NAMES.flatMap((name) =>
  Array.from({ length: DEEPEST + 1 }, (_, depth) => {
    const path = `${'*.'.repeat(depth)}${name}`;
    return path.replace('.[', '[');
  }),
);
