import path from 'node:path'
import { spawnSync } from 'node:child_process'

/** Lints texts with the project's own rules, each as if it stood at its path. ESLint is ESM, so it runs in a process. */
const lintScript = `
  import { readFileSync } from 'node:fs'
  import { ESLint } from 'eslint'
  import tseslint from 'typescript-eslint'
  import { dependencyRule } from './.config/dependency-rule.mjs'
  import { asyncOnlyForLoopsRule, pipeStepsRule } from './.config/fp-ts-rules.mjs'
  import { plainNamesRule } from './.config/plain-names-rule.mjs'
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      plugins: { own: { rules: { names: plainNamesRule, pipe: pipeStepsRule, async: asyncOnlyForLoopsRule, imports: dependencyRule } } },
      rules: { 'own/names': 'error', 'own/pipe': 'error', 'own/async': 'error', 'own/imports': 'error' },
    },
  })
  const messages = []
  for (const [filePath, text] of JSON.parse(readFileSync(0, 'utf8'))) {
    const [result] = await eslint.lintText(text, { filePath })
    messages.push(result.messages.map(({ message }) => message))
  }
  process.stdout.write(JSON.stringify(messages))`

const steps = (count: number): string => Array.from({ length: count }, (_, step) => `step${step}`).join(', ')
const inExample = (text: string) => ['domain/example.ts', text] as const

/** Each text with what its findings say, in order. */
const cases: Readonly<Record<string, readonly [source: readonly [string, string], findings: ReadonlyArray<string>]>> = {
  'an import of the domain from the adapters': [['adapters/main.ts', "import '../domain/values/day'"], []],
  'an import of the adapters from the domain': [
    ['domain/example.ts', "import '../adapters/main'"],
    ['domain may not import from adapters'],
  ],
  'an import of the program that verifies exports from its own folder and from Node': [
    ['adapters/interfaces/verify/example.ts', "import './answers-from-findings'\nimport 'node:path'"],
    [],
  ],
  'an import of the domain, of a package and of another adapter from the program that verifies exports': [
    [
      'adapters/interfaces/verify/example.ts',
      "import '../../../domain/values/day'\nimport 'fp-ts/Either'\nimport '../../system/clock/machine-clock'",
    ],
    ['program of its own', 'program of its own', 'program of its own'],
  ],
  'a forbidden word in a variable': [inExample('export const borrowerGate = 1'), ['"borrowerGate"']],
  'a forbidden word in a type': [inExample('export interface FrontDesk {}'), ['"FrontDesk"']],
  'a forbidden word in a parameter': [inExample('export const f = (told: string) => told'), ['"told"']],
  'a forbidden word in a destructured name': [inExample('export const f = ({ a: asked }: A) => asked'), ['"asked"']],
  'a forbidden word in a member of a type': [
    inExample('export interface A { readonly waitingRoom: 1 }'),
    ['Use: capacity'],
  ],
  'forbidden words in a folder and a file': [
    ['adapters/truth/so-far.ts', 'export {}'],
    ['"truth"', '"so-far"'],
  ],
  'a longer word that contains a forbidden one': [inExample('export const gateway = 1'), []],
  'a name in which the word is right': [['domain/pick-up-shelf.ts', 'export const isOnShelf = true'], []],
  'a pipe of six steps': [inExample(`export const a = pipe(value, ${steps(6)})`), []],
  'a pipe of seven steps': [inExample(`export const a = pipe(value, ${steps(7)})`), ['7 steps']],
  'an async function over pages': [
    inExample('export const f = async () => { for await (const page of pages) read(page) }'),
    [],
  ],
  'an async function that awaits in a loop': [
    inExample('export const f = async () => { for (const a of all) await read(a) }'),
    [],
  ],
  'an async function without a loop': [inExample('export const f = async () => { await read() }'), ['TaskEither']],
  'an async function that awaits beside its loop': [
    inExample('export const f = async () => { for (const a of all) add(a); await read() }'),
    ['TaskEither'],
  ],
  'an async function whose loop only holds another': [
    inExample('export const f = async () => { for (const a of all) add(async () => await a) }'),
    ['TaskEither', 'TaskEither'],
  ],
}

describe("the linter's own rules", () => {
  let messages: ReadonlyArray<ReadonlyArray<string>>
  beforeAll(() => {
    const run = spawnSync(process.execPath, ['--input-type=module', '--eval', lintScript], {
      cwd: path.join(__dirname, '../..'),
      encoding: 'utf8',
      input: JSON.stringify(Object.values(cases).map(([source]) => source)),
    })
    if (run.status !== 0) throw new Error(run.stderr)
    messages = JSON.parse(run.stdout) as ReadonlyArray<ReadonlyArray<string>>
  })

  it.each(Object.entries(cases).map(([name, [, findings]], index) => [name, index, findings] as const))(
    'judge %s',
    (_name, index, findings) => {
      expect(messages[index]).toEqual(findings.map((text) => expect.stringContaining(text)))
    },
  )
})
