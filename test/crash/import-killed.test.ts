import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { count } from '../adapters/imports/ledger/independent-count'
import { fixture } from '../adapters/imports/ledger/ledgers'
import { headings, rowsOf } from '../adapters/imports/ledger/read-apart'
import { withFolder } from '../fixtures/system'
import { chanceFrom } from './child/chance'
import { afterImport } from './check/after-import'
import { compiled, type Compiled } from './compiled'
import { namingTheSeed, seed } from './seed'

const file = fixture('ledger-200.csv')
const mapping = fixture('ledger-200.mapping.json')

/** Runs the import as somebody at a command line does; kills it after so many ms, where they are given. */
const importing = async ({ main, environment }: Compiled, folder: string, killAfter?: number): Promise<string> => {
  const args = ['--data', folder, '--json', 'import', 'loans', file, '--mapping', mapping]
  const child = spawn(process.execPath, [main, ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let answer = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (answer += text))
  child.stderr.resume()
  const ended = once(child, 'close')
  if (killAfter !== undefined) {
    const begun = path.join(folder, 'writing-in-bulk')
    while (child.exitCode === null && !existsSync(begun)) await setTimeout(5)
    await setTimeout(killAfter)
    child.kill('SIGKILL')
  }
  await ended
  return answer
}

/** What the library shows after each of so many kills; none when an import was faster than its killer. */
const killed = async (code: Compiled, folder: string, kills: number): Promise<ReadonlyArray<unknown>> => {
  const chance = chanceFrom(seed)
  const shown: unknown[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const answer = await importing(code, folder, chance.below(900))
    if (answer === '') shown.push(await afterImport(folder))
    else rmSync(folder, { recursive: true })
  }
  return shown
}

const nothingAmiss = { alarms: [], failed: [], unclosedDays: 0, overdue: 0, unreadable: [] }

describe('an import that is killed again and again', () => {
  it(
    'goes on each time from what was durable, signs nothing early, and comes to what an independent count gives',
    () =>
      namingTheSeed(() =>
        withFolder(async (folder) => {
          const code = compiled()
          try {
            const shown = await killed(code, folder, 4)
            expect(shown).toEqual(shown.map(() => nothingAmiss))
            const counted = count(rowsOf(file, headings.made))
            const summary = JSON.parse(await importing(code, folder)) as Record<string, unknown>
            expect(summary).toMatchObject({
              loans: counted.loans,
              feesLevied: counted.fees,
              billsLevied: counted.bills,
            })
            expect(await afterImport(folder)).toEqual(nothingAmiss)
            expect(readFileSync(path.join(folder, 'clock.json'), 'utf8')).toContain(String(summary['today']))
          } finally {
            code.remove()
          }
        }),
      ),
    600_000,
  )
})
