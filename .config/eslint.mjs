import eslint from '@eslint/js'
import prettier from 'eslint-config-prettier'
import checkFile from 'eslint-plugin-check-file'
import jest from 'eslint-plugin-jest'
import tseslint from 'typescript-eslint'
import { dependencyRule } from './dependency-rule.mjs'
import { everywhere, impureGlobals, inDomain } from './forbidden.mjs'
import { asyncOnlyForLoopsRule, pipeStepsRule } from './fp-ts-rules.mjs'
import { plainNamesRule } from './plain-names-rule.mjs'

const source = ['domain/**/*.ts', 'projections/**/*.ts', 'retention/**/*.ts', 'adapters/**/*.{ts,tsx}']
const tests = ['test/**/*.ts']

const shape = {
  plugins: {
    'check-file': checkFile,
    glemsom: {
      rules: {
        'dependency-rule': dependencyRule,
        'plain-names': plainNamesRule,
        'pipe-steps': pipeStepsRule,
        'async-only-for-loops': asyncOnlyForLoopsRule,
      },
    },
  },
  rules: {
    'check-file/filename-naming-convention': [
      'error',
      { '**/*.{ts,tsx,mjs}': 'KEBAB_CASE' },
      { ignoreMiddleExtensions: true },
    ],
    'glemsom/dependency-rule': 'error',
    'glemsom/plain-names': 'error',
    'glemsom/pipe-steps': 'error',
    'max-lines': ['error', { max: 200, skipComments: true }],
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
    eqeqeq: 'error',
  },
}

/** Steps of a schema are run in the order of the numbers that their names begin with. */
const migrations = {
  files: ['**/migrations/*.ts'],
  rules: { 'check-file/filename-naming-convention': ['error', { '**/*.ts': '+([0-9])-+([a-z-])' }] },
}

/** The rules that need no types. `oxlint.json` has those that do, and runs on the native compiler: a fifth of the time. */
const strict = {
  files: [...source, ...tests],
  extends: [tseslint.configs.strict],
  rules: {
    '@typescript-eslint/consistent-type-imports': [
      'error',
      { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
    ],
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
    'no-restricted-syntax': ['error', ...everywhere],
  },
}

const pure = {
  files: ['domain/**/*.ts', 'projections/**/*.ts'],
  rules: { 'no-restricted-globals': ['error', ...impureGlobals] },
}

const domain = {
  files: ['domain/**/*.ts'],
  rules: {
    'no-restricted-syntax': ['error', ...everywhere, ...inDomain],
    'glemsom/async-only-for-loops': 'error',
  },
}

const testing = {
  files: tests,
  extends: [jest.configs['flat/recommended']],
  rules: {
    '@typescript-eslint/no-non-null-assertion': 'off',
    'jest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect*', 'fc.assert', 'assert*', '**.expect*', '**.then*', 'then*'] },
    ],
    'jest/no-export': 'off',
  },
}

const browserScripts = {
  files: ['**/*.browser.mjs'],
  languageOptions: {
    globals: Object.fromEntries(
      [
        'AudioContext',
        'CustomEvent',
        'DOMParser',
        'FormData',
        'URLSearchParams',
        'crypto',
        'sessionStorage',
        'HTMLElement',
        'document',
        'history',
        'location',
        'print',
        'fetch',
        'setTimeout',
        'clearTimeout',
        'addEventListener',
      ].map((name) => [name, 'readonly']),
    ),
  },
}

const scripts = {
  files: ['**/*.mjs'],
  languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
}

export default tseslint.config(
  { ignores: ['**/dist/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  shape,
  migrations,
  strict,
  pure,
  domain,
  testing,
  scripts,
  browserScripts,
  prettier,
)
