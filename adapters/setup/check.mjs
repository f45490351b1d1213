/** Runs everything a change must pass, each step whether or not an earlier one failed, and ends with the count. */
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { fileOfResults, freshResults, outcomesIn } from './outcomes.mjs'
import { root, within } from './root.mjs'
import { serversIn } from './servers.mjs'

const oneOutcome = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

/** A step: its name, what runs, and what its end says. */
const steps = [
  { name: 'types', run: ['typescript/bin/tsc', '--project', 'tsconfig.json'], outcome: oneOutcome },
  {
    name: 'lint',
    run: ['eslint/bin/eslint.js', '--config', '.config/eslint.mjs', '--max-warnings', '0', '.'],
    outcome: oneOutcome,
  },
  { name: 'format', run: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'], outcome: oneOutcome },
  {
    name: 'tests',
    run: ['jest/bin/jest.js', '--config', '.config/jest.mjs', '--ci', '--json', '--outputFile', fileOfResults],
    outcome: outcomesIn,
  },
]

const runs = ([bin, ...args]) =>
  spawnSync(process.execPath, [within('node_modules', bin), ...args], { cwd: root, stdio: 'inherit' }).status === 0

const take = ({ name, run, outcome }) => {
  console.log(`\n== ${name}`)
  const start = process.hrtime.bigint()
  const ok = runs(run)
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  console.log(`== ${name}: ${ok ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`)
  return { name, seconds, ok, ...outcome(ok) }
}

const total = (results, key) => results.reduce((sum, result) => sum + result[key], 0)

/** Says which servers the tests met. A server that no test speaks of, run or missing, is a failure of its own. */
const tellServers = () => {
  const { lines, unmentioned } = serversIn()
  console.log(`\n== tests by what they ran on\n${lines.join('\n')}`)
  for (const server of unmentioned) console.log(`${server}: no test says whether it ran: FAILED`)
  return unmentioned.map((name) => ({ name, seconds: 0, ok: false, ...oneOutcome(false) }))
}

freshResults()
const taken = steps.map(take)
const results = [...taken, ...tellServers()]

console.log(
  `\n${taken.map(({ name, seconds, ok }) => `${name} ${seconds.toFixed(1)} s${ok ? '' : ' FAILED'}`).join(', ')}`,
)
console.log(
  `${total(results, 'passed')} passed, ${total(results, 'failed')} failed, ${total(results, 'skipped')} skipped`,
)
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
