import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fixturePath } from '../adapters/imports/ledger/ledger-files'
import { withTemporaryFolder } from '../fixtures/running-library'
import { differencesBetween, noDifferences } from '../library-comparison/library-differences'
import { makeReplayableRandom } from './child/replayable-random'
import { inspectKilledImport } from './check/inspect-killed-import'
import { recordsOfImport } from './check/records-of-import'
import { compiledProject } from './compiled-project'
import { crashSeed, printSeedOnFailure } from './crash-seed'

const file = fixturePath('ledger-200.csv')
const mapping = fixturePath('ledger-200.mapping.json')

/** Starts the import as the command line does. */
const startImport = (folder: string) => {
  const args = ['--data', folder, '--json', 'import', 'loans', file, '--mapping', mapping]
  const child = spawn(process.execPath, [compiledProject.main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { answer: '', loansReported: 0 }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.answer += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    for (const [, loans] of text.matchAll(/: (\d+) of \d+/g)) output.loansReported = Number(loans)
  })
  return { child, output, ended: once(child, 'close') }
}

type ImportSummary = Readonly<Record<string, unknown>>

const importToEnd = async (folder: string): Promise<ImportSummary> => {
  const { output, ended } = startImport(folder)
  await ended
  return JSON.parse(output.answer) as ImportSummary
}

/** Kills an import `delay` ms after it began to write, or after it reported loans. Answers the loans it reported. */
const killImport = async (folder: string, killWhen: 'begun' | 'reported', delay: number): Promise<number> => {
  const { child, output, ended } = startImport(folder)
  const marker = path.join(folder, 'writing-in-bulk')
  const isReady = () => (killWhen === 'begun' ? existsSync(marker) : output.loansReported > 0)
  while (child.exitCode === null && !isReady()) await setTimeout(5)
  await setTimeout(delay)
  child.kill('SIGKILL')
  await ended
  return output.loansReported
}

const noProblems = { alarms: [], failed: [], unclosedDays: 0, overdue: 0, unreadable: [] }

const killAndInspect = async (folder: string): Promise<void> => {
  const random = makeReplayableRandom(crashSeed)
  for (const killWhen of ['begun', 'reported', 'begun', 'reported'] as const) {
    const loansReported = await killImport(folder, killWhen, random.below(900))
    const { loans, problems } = await inspectKilledImport(folder)
    expect(problems).toEqual(noProblems)
    expect(loans).toBeGreaterThanOrEqual(loansReported)
  }
}

/** The members of a summary that an interruption may change: times, and what the last run alone counts. */
const countsOfOneRun = new Set([
  ...['resumed', 'commands', 'seconds', 'commandsPerSecond', 'daysSimulated'],
  ...['feesAmount', 'billsAmount', 'amountsSince', 'midnightsWithOverdue', 'livingKeys'],
])

const finalCounts = (summary: ImportSummary): ImportSummary =>
  Object.fromEntries(Object.entries(summary).filter(([name]) => !countsOfOneRun.has(name)))

describe('an import that is killed several times', () => {
  it('loses no loan that it reported, certifies nothing early, and ends with the records of an import that was not killed', () =>
    printSeedOnFailure(() =>
      withTemporaryFolder(async (folder) => {
        await killAndInspect(folder)
        const summary = await importToEnd(folder)
        const notKilled = path.join(path.dirname(folder), 'not-killed')
        expect(finalCounts(summary)).toEqual(finalCounts(await importToEnd(notKilled)))
        expect(existsSync(path.join(folder, 'writing-in-bulk'))).toBe(false)
        expect(readFileSync(path.join(folder, 'clock.json'), 'utf8')).toContain(String(summary['today']))
        const records = await recordsOfImport(folder)
        expect(differencesBetween(records, await recordsOfImport(notKilled))).toEqual(noDifferences)
      }),
    ))
})
