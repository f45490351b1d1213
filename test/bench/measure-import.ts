import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { todayByMachineClock } from '../../adapters/system/clock/today-by-machine-clock'
import { machineMonotonicClock } from '../../adapters/system/clock/machine-monotonic-clock'
import { importLoans } from '../../adapters/imports/ledger/import-loans'
import { decodeColumnMapping } from '../../adapters/imports/ledger/reading/ledger-column-mapping'
import { readLedger } from '../../adapters/imports/ledger/reading/read-ledger'
import { defaultLedgerReplayOptions, ignoreImportProgress } from '../../adapters/imports/ledger/ledger-replay-options'
import type { Day } from '../../domain/values/day'
import { firstDayOfMonth, monthOf } from '../../domain/values/month'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openLibraryIn } from '../fixtures/running-library'
import type { LedgerToImport } from './ledgers-to-import'
import type { ResultLine } from './result-table'
import { storedBytes } from './stored-bytes'

/** The bytes that this process has passed to `write` so far; 0 where the system does not count them. */
const bytesWritten = (): number => {
  try {
    return Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

const firstLendingDay = (days: ReadonlyArray<Day>): Day => days.reduce((first, day) => (day < first ? day : first))

/** An import, and what it cost. */
interface MeasuredImport {
  readonly commands: number
  readonly commandsPerSecond: number
  readonly closedDays: number
  /** Seconds of all threads. */
  readonly cpu: number
  readonly written: number
}

/** Imports a ledger into a new library until all personal data is erased. */
const runImport = async (data: string, { file, mapping }: LedgerToImport, inBulk: boolean): Promise<MeasuredImport> => {
  const ledger = rightOrThrow(
    await readLedger({ mapping: rightOrThrow(decodeColumnMapping(mapping)), today: todayByMachineClock() })(file)(),
  )
  const startOn = firstDayOfMonth(monthOf(firstLendingDay(ledger.loans.map(({ lentOn }) => lentOn))))
  rmSync(data, { recursive: true, force: true })
  const library = await openLibraryIn(data, { startOn, alarm: () => undefined, inBulk })
  const [cpuBefore, writtenBefore] = [process.cpuUsage(), bytesWritten()]
  try {
    const result = rightOrThrow(
      await importLoans(library, machineMonotonicClock)(ledger, defaultLedgerReplayOptions, ignoreImportProgress)(),
    )
    if (result._tag !== 'Imported') throw new Error('the ledger was imported before')
    const { commandsPerSecond, commands, daysSimulated } = result.summary
    const { user, system } = process.cpuUsage(cpuBefore)
    const costs = { cpu: (user + system) / 1e6, written: bytesWritten() - writtenBefore }
    return { commands, commandsPerSecond, closedDays: daysSimulated, ...costs }
  } finally {
    await library.close()
  }
}

const costsText = ({ commands, closedDays, cpu, written }: MeasuredImport): string => {
  const perCommand = `${((1000 * cpu) / commands).toFixed(2)} ms of CPU, ${(written / commands / 1000).toFixed(1)} kB written`
  return `${String(commands)} commands, ${String(closedDays)} closed days; a command: ${perCommand}`
}

const folderOf = (folder: string, { name }: LedgerToImport): string => path.join(folder, `import of ${name}`)

/** Measures the commands a second of an import in bulk, and the costs of a command. */
export const measureImport = async (folder: string, ledger: LedgerToImport): Promise<ResultLine> => {
  const imported = await runImport(folderOf(folder, ledger), ledger, true)
  return {
    name: `import, ${ledger.name}`,
    bar: '',
    measured: imported.commandsPerSecond,
    bare: null,
    ratio: null,
    note: costsText(imported),
  }
}

/** Measures an import in bulk beside one whose every write is durable before it is answered. */
export const measureBulkImport = async (folder: string, ledger: LedgerToImport): Promise<ReadonlyArray<ResultLine>> => {
  const inBulk = await runImport(folderOf(folder, ledger), ledger, true)
  const notInBulk = await runImport(folderOf(folder, ledger), ledger, false)
  const compare = (name: string, measured: number, bare: number, ratio: number, note: string): ResultLine => ({
    name: `B11 ${ledger.name}, ${name}`,
    bar: '',
    ...{ measured, bare, ratio, note },
  })
  const [rate, bareRate] = [inBulk.commandsPerSecond, notInBulk.commandsPerSecond]
  const [bytes, bareBytes] = [inBulk.written / 1e6, notInBulk.written / 1e6]
  return [
    compare('commands/s', rate, bareRate, rate / bareRate, costsText(inBulk)),
    compare('s of CPU', inBulk.cpu, notInBulk.cpu, notInBulk.cpu / inBulk.cpu, ''),
    compare('MB written', bytes, bareBytes, bareBytes / bytes, costsText(notInBulk)),
  ]
}

/** Imports a ledger, and measures the bytes that it leaves in the log of circulation, the largest kinds first. */
export const measureStoredBytes = async (
  folder: string,
  ledger: LedgerToImport,
): Promise<ReadonlyArray<ResultLine>> => {
  const data = folderOf(folder, ledger)
  await runImport(data, ledger, true)
  return storedBytes(data).map(({ name, rows, bytes, note }) => ({
    name: `B9 kB, ${name}`,
    bar: '',
    measured: bytes / 1000,
    bare: null,
    ratio: null,
    note: `${String(rows)} ${name.startsWith('file') ? 'pages' : 'events'}; ${note}`,
  }))
}
