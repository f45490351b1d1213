import type { Either } from 'fp-ts/Either'
import { machineClock } from '../../../../adapters/system/clock/machine-clock'
import type { ImportError } from '../../../../adapters/imports/ledger/import-error'
import { importLoans, type Imported } from '../../../../adapters/imports/ledger/import-loans'
import { decodeMapping } from '../../../../adapters/imports/ledger/reading/mapping'
import { readLedger, type Ledger } from '../../../../adapters/imports/ledger/reading/read-ledger'
import { defaultOptions, untold, type ImportProgress } from '../../../../adapters/imports/ledger/request'
import type { ImportSummary } from '../../../../adapters/imports/ledger/telling/summary'
import type { System } from '../../../../adapters/processes/running/system'
import { firstDayOf, monthOf } from '../../../../domain/values/month'
import type { Day } from '../../../../domain/values/day'
import { right } from '../../../fixtures/right'

/** After every day of the ledgers here. */
export const today = '2026-01-01' as Day

export const read = async (file: string, mapping: Readonly<Record<string, unknown>>): Promise<Ledger> =>
  right(await readLedger({ mapping: right(decodeMapping(mapping)), today })(file)())

/** The first day of the month in which a ledger begins: where a library's clock must stand. */
export const beginningOf = ({ loans }: Ledger): Day => firstDayOf(monthOf(loans.map(({ lentOn }) => lentOn).sort()[0]!))

export const importOrBreakOff = (system: System, ledger: Ledger): Promise<Either<ImportError, Imported>> =>
  importLoans(system, machineClock)(ledger, defaultOptions, untold)()

export const importInto = async (
  system: System,
  ledger: Ledger,
  progress: ImportProgress = untold,
): Promise<Imported> => right(await importLoans(system, machineClock)(ledger, defaultOptions, progress)())

export const summaryOf = (imported: Imported): ImportSummary => {
  if (imported._tag !== 'Imported') throw new Error('The ledger had been imported before.')
  return imported.summary
}
