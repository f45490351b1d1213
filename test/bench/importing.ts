import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { machineDay } from '../../adapters/system/clock/machine-day'
import { machineClock } from '../../adapters/system/clock/machine-clock'
import { importLoans } from '../../adapters/imports/ledger/import-loans'
import { decodeMapping } from '../../adapters/imports/ledger/reading/mapping'
import { readLedger } from '../../adapters/imports/ledger/reading/read-ledger'
import { defaultOptions, untold } from '../../adapters/imports/ledger/request'
import type { Day } from '../../domain/values/day'
import { firstDayOf, monthOf } from '../../domain/values/month'
import { right } from '../fixtures/right'
import { openIn } from '../fixtures/system'
import { generatedColumns, sizeFor, writeGeneratedLedger } from './generate-ledger'
import { storedBytes } from './stored-bytes'
import type { Line } from './table'

/** A ledger and how its columns are called. */
export interface LedgerToImport {
  readonly name: string
  readonly file: string
  readonly mapping: Readonly<Record<string, unknown>>
}

// The compiled bench lies beside the sources' folder: fixtures are read from where they are kept.
const fixtures = path.join(process.cwd(), 'test', 'fixtures')

/** The made-up ledger of 200 rows; its simulated years weigh more than its loans. */
export const madeUpLedger = (): LedgerToImport => ({
  name: 'made-up ledger',
  file: path.join(fixtures, 'ledger-200.csv'),
  mapping: JSON.parse(
    readFileSync(path.join(fixtures, 'ledger-200.mapping.json'), 'utf8'),
  ) as LedgerToImport['mapping'],
})

/** A ledger that is generated in a folder: so many loans in half a year. */
export const generatedLedger = (folder: string, loans: number): LedgerToImport => {
  const file = path.join(folder, `generated-${String(loans)}.csv`)
  writeGeneratedLedger(file, sizeFor(loans))
  return { name: `${String(loans)} generated loans`, file, mapping: generatedColumns }
}

/** Bytes that this process has written so far, where the system counts them. */
const bytesWritten = (): number => {
  try {
    return Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

const firstLending = (days: ReadonlyArray<Day>): Day => days.reduce((first, day) => (day < first ? day : first))

/**
 * Imports a ledger into a library of its own, until everything is forgotten; tells the importer's commands a second, and
 * what each costs.
 */
export const importing = async (folder: string, { name, file, mapping }: LedgerToImport): Promise<Line> => {
  const ledger = right(await readLedger({ mapping: right(decodeMapping(mapping)), today: machineDay() })(file)())
  const startOn = firstDayOf(monthOf(firstLending(ledger.loans.map(({ lentOn }) => lentOn))))
  const data = path.join(folder, `import of ${name}`)
  rmSync(data, { recursive: true, force: true })
  const system = await openIn(data, { startOn, alarm: () => undefined, inBulk: true })
  const [cpu, written] = [process.cpuUsage(), bytesWritten()]
  try {
    const imported = right(await importLoans(system, machineClock)(ledger, defaultOptions, untold)())
    if (imported._tag !== 'Imported') throw new Error('the ledger was imported before')
    const { commandsPerSecond, commands, daysSimulated } = imported.summary
    const { user, system: inKernel } = process.cpuUsage(cpu)
    const kilobytes = ((bytesWritten() - written) / commands / 1000).toFixed(1)
    const used = ((user + inKernel) / commands / 1000).toFixed(2)
    return {
      name: `import, ${name}`,
      bar: '',
      measured: commandsPerSecond,
      bare: null,
      ratio: null,
      note: `${String(commands)} commands, ${String(daysSimulated)} closed days; a command: ${used} ms of CPU, ${kilobytes} kB written`,
    }
  } finally {
    await system.close()
  }
}

/** Imports a ledger, and tells what the bytes are for that it leaves in the log of things; the largest kinds first. */
export const bytesOfImport = async (folder: string, ledger: LedgerToImport): Promise<ReadonlyArray<Line>> => {
  const data = path.join(folder, `import of ${ledger.name}`)
  await importing(folder, ledger)
  return storedBytes(data).map(({ name, rows, bytes, note }) => ({
    name: `B9 kB, ${name}`,
    bar: '',
    measured: bytes / 1000,
    bare: null,
    ratio: null,
    note: `${String(rows)} ${name.startsWith('file') ? 'pages' : 'events'}; ${note}`,
  }))
}
