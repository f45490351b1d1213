/**
 * Runs all checks that a change must pass. A failed step does not stop the next ones. Ends with the number of tests.
 * With arguments it runs only the tests, and hands them on to the test runner: paths, or options such as `-t`.
 */
import { spawn } from 'node:child_process'
import process from 'node:process'
import { resultsFile, removeOldResults, countResults } from './test-results.mjs'
import { projectRoot, projectPath } from './project-root.mjs'
import { temporaryFolder } from './temporary-folder.mjs'
import { serverReport } from './tested-servers.mjs'
import { memoryAllocationOfTests } from './memory-allocation.mjs'
import { youngGenerationOptions } from './young-generation.mjs'

const runnerArguments = process.argv.slice(2)
const isWholeRun = runnerArguments.length === 0

const singleResult = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

/** A step: its name, the program, its options and environment, and how to count its result. */
const types = {
  name: 'types',
  run: ['typescript-7/bin/tsc', '--project', 'tsconfig.json'],
  outcome: singleResult,
}
const lint = {
  name: 'lint',
  nodeOptions: youngGenerationOptions(64),
  run: ['eslint/bin/eslint.js', '--config', '.config/eslint.mjs', '--max-warnings', '0', '.'],
  outcome: singleResult,
}
/** The rules that need types. Scripts have none. */
const typedLint = {
  name: 'typed lint',
  run: ['oxlint/bin/oxlint', '--config', '.config/oxlint.json'],
  outcome: singleResult,
}
const format = {
  name: 'format',
  run: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  outcome: singleResult,
}
const tests = {
  name: 'tests',
  nodeOptions: youngGenerationOptions(32),
  environment: memoryAllocationOfTests,
  run: [
    'jest/bin/jest.js',
    '--config',
    '.config/jest.mjs',
    '--ci',
    '--json',
    '--outputFile',
    resultsFile,
    ...runnerArguments,
  ],
  outcome: countResults,
}

const runProgram = ({ run: [bin, ...args], nodeOptions = [], environment = {} }) =>
  new Promise((resolve) => {
    const program = spawn(process.execPath, [...nodeOptions, projectPath('node_modules', bin), ...args], {
      cwd: projectRoot,
      env: { ...environment, ...process.env, TMPDIR: temporaryFolder() },
      stdio: 'inherit',
    })
    program.once('error', () => resolve(false))
    program.once('close', (code) => resolve(code === 0))
  })

const runStep = async (step) => {
  const { name, outcome } = step
  console.log(`== ${name}`)
  const start = process.hrtime.bigint()
  const ok = await runProgram(step)
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  console.log(`== ${name}: ${ok ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`)
  return { name, seconds, ok, ...outcome(ok) }
}

const runInOrder = async (steps) => {
  const results = []
  for (const step of steps) results.push(await runStep(step))
  return results
}

/** The linters take longer than types and format; the tests need not wait for them. */
const runSteps = async () =>
  isWholeRun
    ? (await Promise.all([runInOrder([types, format, tests]), runInOrder([typedLint, lint])])).flat()
    : runInOrder([tests])

const total = (results, key) => results.reduce((sum, result) => sum + result[key], 0)

/** Prints which servers the tests ran on. A server that no test mentions is a failure. */
const printServers = () => {
  const { lines, unmentioned } = serverReport()
  console.log(`\n== tests by what they ran on\n${lines.join('\n')}`)
  for (const server of unmentioned) console.log(`${server}: no test mentions it: FAILED`)
  return unmentioned.map((name) => ({ name, seconds: 0, ok: false, ...singleResult(false) }))
}

removeOldResults()
const stepResults = await runSteps()
const results = isWholeRun ? [...stepResults, ...printServers()] : stepResults

console.log(
  `\n${stepResults.map(({ name, seconds, ok }) => `${name} ${seconds.toFixed(1)} s${ok ? '' : ' FAILED'}`).join(', ')}`,
)
console.log(
  `${total(results, 'passed')} passed, ${total(results, 'failed')} failed, ${total(results, 'skipped')} skipped`,
)
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
