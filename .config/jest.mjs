import { modulesReplacedInTests } from './modules-replaced-in-tests.mjs'

const swcFor = (tsx) => ({
  sourceMaps: 'inline',
  jsc: {
    parser: { syntax: 'typescript', tsx },
    target: 'es2023',
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
  },
  module: { type: 'commonjs' },
})

// Packages that ship ES modules only: Jest runs CommonJS, so they pass through the transform as our own files do.
const esmOnly = ['jose', 'node-pg-migrate', 'oauth4webapi', 'oidc-provider', 'openid-client', 'preact']

export default {
  rootDir: '..',
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testEnvironment: '<rootDir>/.config/environment-with-shared-modules.mjs',
  runtime: '<rootDir>/.config/shared-modules-runtime.mjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/slow/'],
  transform: { '^.+\\.tsx$': ['@swc/jest', swcFor(true)], '^.+\\.[cm]?[jt]s$': ['@swc/jest', swcFor(false)] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  // Node loads compiled files: the program, once for all test files of a worker, and what threads and child processes run.
  globalSetup: '<rootDir>/.config/compile-for-tests.mjs',
  moduleNameMapper: {
    '^better-sqlite3-multiple-ciphers$': '<rootDir>/.config/sqlite-driver-of-environment.cjs',
    [modulesReplacedInTests.source]: '<rootDir>/test/fixtures/threads/$1.ts',
    // Files that the composition root loads when a command needs them: Node wants the name of the compiled file.
    '^([./a-z-]+/(?:serve-command|migrate-command|log-repair-command|restore-command|drill-command|grant-database-rights-command|open-stores-on-servers|open-for-command|prepare-ledger-import|prepare-table-import))\\.js$':
      '$1',
  },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  testSequencer: '<rootDir>/.config/long-tests-first.mjs',
  // Ms. Long, so that no test fails because the machine is busy; a test that waits for ever still ends.
  testTimeout: 1_800_000,
  // More than the two cores that CI has: many suites wait for servers, leases, disks and child processes most of the time.
  maxWorkers: 4,
}
