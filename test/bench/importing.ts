import { readFileSync } from 'node:fs'
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

const firstLending = (days: ReadonlyArray<Day>): Day => days.reduce((first, day) => (day < first ? day : first))

/** Imports a ledger into a library of its own, until everything is forgotten; tells the importer's commands a second. */
export const importing = async (folder: string, { name, file, mapping }: LedgerToImport): Promise<Line> => {
  const ledger = right(await readLedger({ mapping: right(decodeMapping(mapping)), today: machineDay() })(file)())
  const startOn = firstDayOf(monthOf(firstLending(ledger.loans.map(({ lentOn }) => lentOn))))
  const system = await openIn(path.join(folder, 'import'), { startOn, alarm: () => undefined })
  try {
    const imported = right(await importLoans(system, machineClock)(ledger, defaultOptions, untold)())
    if (imported._tag !== 'Imported') throw new Error('the ledger was imported before')
    const { commandsPerSecond, commands, daysSimulated } = imported.summary
    return {
      name: `import, ${name}`,
      bar: '',
      measured: commandsPerSecond,
      bare: null,
      ratio: null,
      note: `${String(commands)} commands and ${String(daysSimulated)} closed days`,
    }
  } finally {
    await system.close()
  }
}
