import { readFileSync } from 'node:fs'
import path from 'node:path'
import { todayByMachineClock } from '../../adapters/system/clock/today-by-machine-clock'
import { machineClock } from '../../adapters/system/clock/machine-clock'
import { importLoans } from '../../adapters/imports/ledger/import-loans'
import { decodeColumnMapping } from '../../adapters/imports/ledger/reading/column-mapping'
import { readLedger } from '../../adapters/imports/ledger/reading/read-ledger'
import { defaultReplayOptions, noProgress } from '../../adapters/imports/ledger/replay-options'
import type { Day } from '../../domain/values/day'
import { firstDayOfMonth, monthOf } from '../../domain/values/month'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openLibraryIn } from '../fixtures/running-library'
import type { ResultLine } from './result-table'

/** A ledger and the mapping of its columns. */
export interface LedgerToImport {
  readonly name: string
  readonly file: string
  readonly mapping: Readonly<Record<string, unknown>>
}

// The compiled bench is outside the folder of the sources, so fixtures are read from the checkout.
const fixtures = path.join(process.cwd(), 'test', 'fixtures')

/** The invented ledger of 200 rows. Its simulated days take more time than its loans. */
export const madeUpLedger = (): LedgerToImport => ({
  name: 'made-up ledger',
  file: path.join(fixtures, 'ledger-200.csv'),
  mapping: JSON.parse(
    readFileSync(path.join(fixtures, 'ledger-200.mapping.json'), 'utf8'),
  ) as LedgerToImport['mapping'],
})

const firstLendingDay = (days: ReadonlyArray<Day>): Day => days.reduce((first, day) => (day < first ? day : first))

/** Imports a ledger into a new library until all personal data is erased. Measures commands a second. */
export const measureImport = async (folder: string, { name, file, mapping }: LedgerToImport): Promise<ResultLine> => {
  const ledger = rightOrThrow(
    await readLedger({ mapping: rightOrThrow(decodeColumnMapping(mapping)), today: todayByMachineClock() })(file)(),
  )
  const startOn = firstDayOfMonth(monthOf(firstLendingDay(ledger.loans.map(({ lentOn }) => lentOn))))
  const library = await openLibraryIn(path.join(folder, 'import'), { startOn, alarm: () => undefined })
  try {
    const result = rightOrThrow(await importLoans(library, machineClock)(ledger, defaultReplayOptions, noProgress)())
    if (result._tag !== 'Imported') throw new Error('the ledger was imported before')
    const { commandsPerSecond, commands, daysSimulated } = result.summary
    return {
      name: `import, ${name}`,
      bar: '',
      measured: commandsPerSecond,
      bare: null,
      ratio: null,
      note: `${String(commands)} commands and ${String(daysSimulated)} closed days`,
    }
  } finally {
    await library.close()
  }
}
