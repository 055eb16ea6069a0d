/**
 * The arrows of the house, proved by `npm run check:graph`:
 *
 *   main, worker, assembly → features → publishers' interface, contract, infrastructure → domain
 *   cli → commands → contract → domain (the command line speaks to a running Chorus over HTTP)
 *
 * Each rule says why it stands. A rule that is in the way is a question for docs/decisions, not for an exception here.
 */

/** Pure libraries of text, time and hashing: the same answer for the same input, in a browser too. */
const PURE_PACKAGES = ['@noble/hashes', 'liquidjs', 'temporal-polyfill', 'twitter-text', 'yaml', 'zod'];

const MODULES = '(^|/)node_modules/';
const packages = (...names) => `${MODULES}(@types/)?(${names.join('|')})(/|$)`;
const ENTRANCES = '^src/(assembly/|(main|worker|cli)[.]ts$)';
/** Types vanish when the code is built: naming a row's type is not touching the database. */
const AT_RUN_TIME = { dependencyTypesNot: ['type-only'] };

/** What each folder of `src` may import. */
const ARROWS = [
  { name: 'domain', from: 'domain/', may: ['domain/'] },
  { name: 'contract', from: 'contract/', may: ['contract/', 'domain/'] },
  // The shapes of an error and of a page are the contract's, and the machinery of HTTP fills them.
  { name: 'http', from: 'infrastructure/http/', may: ['infrastructure/', 'domain/', 'contract/'] },
  { name: 'infrastructure', from: 'infrastructure/(?!http/)', may: ['infrastructure/', 'domain/'] },
  { name: 'publishers', from: 'publishers/', may: ['publishers/', 'domain/'] },
  { name: 'sandbox', from: 'sandbox/', may: ['sandbox/'] },
  {
    // A client as any other: it knows the API, the rules and the port, and nothing of how the server works. Documents
    // are read on the machine where they lie.
    name: 'commands',
    from: 'commands/',
    may: ['commands/', 'contract/', 'domain/', 'infrastructure/config/', 'infrastructure/documents/'],
  },
  {
    name: 'features',
    from: 'features/',
    may: ['features/', 'domain/', 'contract/', 'infrastructure/', 'publishers/publisher[.]ts$'],
  },
];

const arrows = ARROWS.map(({ name, from, may }) => ({
  name: `arrows-of-${name}`,
  comment: `It may import ${may.join(', ')}, and nothing that stands above or beside it.`,
  severity: 'error',
  from: { path: `^src/${from}` },
  to: { path: '^src/', pathNot: `^src/(${may.join('|')})` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Of two modules that import each other neither can be read, tested or loaded first.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circle-of-folders',
      comment: 'Two features in a circle are one feature with two names.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/features/' },
      to: { circular: true, path: '^src/features/' },
    },
    ...arrows,
    {
      name: 'pure-domain',
      comment:
        'The rules are functions of their input: no Nest, no I/O, no clock, no node: module. A library that is pure may be added to PURE_PACKAGES.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/', packages(...PURE_PACKAGES)] },
    },
    {
      name: 'contract-is-zod',
      comment: 'Server and browser read the contract: it is schemas and nothing else.',
      severity: 'error',
      from: { path: '^src/contract/' },
      to: { pathNot: ['^src/', packages('zod')] },
    },
    {
      name: 'extraction-stays-on-the-server',
      comment:
        'What the browser imports (contract, and the rest of the domain) must not bring the extraction along.',
      severity: 'error',
      from: { path: '^src/(contract|domain/(?!extraction/))' },
      to: { path: '^src/domain/extraction/', ...AT_RUN_TIME },
    },
    {
      name: 'features-meet-at-the-door',
      comment: 'A feature shows in its index.ts what others may use; past it, its files can change freely.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/[^/]+/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index[.]ts$'] },
    },
    {
      name: 'entrances-use-the-doors',
      comment: 'The processes wire features and publishers by what their index.ts shows.',
      severity: 'error',
      from: { path: ENTRANCES },
      to: {
        path: '^src/(features|publishers)/[^/]+/',
        pathNot: '^src/(features|publishers)/[^/]+/index[.]ts$',
      },
    },
    {
      name: 'publishers-are-strangers',
      comment:
        'A network is added or removed by its folder alone. `publishers/http` is the one request that they all make, `publisher.ts` the interface.',
      severity: 'error',
      from: { path: '^src/publishers/([^/]+)/' },
      to: { path: '^src/publishers/[^/]+/', pathNot: ['^src/publishers/$1/', '^src/publishers/http/'] },
    },
    {
      name: 'nobody-starts-from-an-entrance',
      comment: 'main.ts, worker.ts, cli.ts and the assembly are where things begin; nothing stands on them.',
      severity: 'error',
      from: { path: '^src/', pathNot: ENTRANCES },
      to: { path: ENTRANCES },
    },
    {
      name: 'sql-in-repositories',
      comment:
        'SQL stands in *.repository.ts and infrastructure/database, so that every query can be found and reviewed.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['[.]repository[.]ts$', '^src/infrastructure/database/'] },
      to: { path: packages('kysely', 'pg'), ...AT_RUN_TIME },
    },
    {
      name: 'bullmq-in-the-queue',
      comment: 'BullMQ is the alarm clock and nothing more: jobs and infrastructure/queue alone know it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['[.]job[.]ts$', '^src/infrastructure/queue/'] },
      to: { path: packages('bullmq', 'ioredis'), ...AT_RUN_TIME },
    },
    {
      name: 'only-what-is-installed',
      comment: 'A package that package.json does not name is there by chance, and missing elsewhere.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-package-at-run-time',
      comment: 'A deployment installs `dependencies` only.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'nothing-unresolved',
      comment: 'The graph proves nothing about an import that it cannot follow.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json', '.d.ts'],
    },
  },
};
