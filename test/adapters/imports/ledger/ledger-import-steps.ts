import type { Either } from 'fp-ts/Either'
import { machineMonotonicClock } from '../../../../adapters/system/clock/machine-monotonic-clock'
import type { LedgerImportError } from '../../../../adapters/imports/ledger/ledger-import-error'
import { importLoans, type LedgerImportResult } from '../../../../adapters/imports/ledger/import-loans'
import { decodeColumnMapping } from '../../../../adapters/imports/ledger/reading/ledger-column-mapping'
import { readLedger, type Ledger } from '../../../../adapters/imports/ledger/reading/read-ledger'
import {
  defaultLedgerReplayOptions,
  ignoreImportProgress,
  type ImportProgressListener,
} from '../../../../adapters/imports/ledger/ledger-replay-options'
import type { ImportSummary } from '../../../../adapters/imports/ledger/report/import-summary'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { firstDayOfMonth, monthOf } from '../../../../domain/values/month'
import type { Day } from '../../../../domain/values/day'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

/** A day after all days of the test ledgers. */
export const dayAfterLedgers = '2026-01-01' as Day

export const readTestLedger = async (file: string, mapping: Readonly<Record<string, unknown>>): Promise<Ledger> =>
  rightOrThrow(
    await readLedger({ mapping: rightOrThrow(decodeColumnMapping(mapping)), today: dayAfterLedgers })(file)(),
  )

/** The ledger as if its file held only the loans before a day, each in one line: a shorter import. */
export const loansBefore = (day: Day, ledger: Ledger): Ledger => {
  const loans = ledger.loans.filter(({ lentOn }) => lentOn < day)
  const lines = { inFile: loans.length + 1, headings: 1, blank: 0 }
  return { ...ledger, lines, rows: loans.length, loans, rejects: [] }
}

/** The first day of the first month of a ledger, which the clock of a new library must show. */
export const firstMonthStart = ({ loans }: Ledger): Day =>
  firstDayOfMonth(monthOf(loans.map(({ lentOn }) => lentOn).sort()[0]!))

/** Imports without repeating steps that fail. */
export const tryImport = (
  library: RunningLibrary,
  ledger: Ledger,
): Promise<Either<LedgerImportError, LedgerImportResult>> =>
  importLoans(library, machineMonotonicClock)(
    ledger,
    { ...defaultLedgerReplayOptions, waits: [] },
    ignoreImportProgress,
  )()

export const importLedgerInto = async (
  library: RunningLibrary,
  ledger: Ledger,
  progress: ImportProgressListener = ignoreImportProgress,
): Promise<LedgerImportResult> =>
  rightOrThrow(await importLoans(library, machineMonotonicClock)(ledger, defaultLedgerReplayOptions, progress)())

export const requireSummary = (result: LedgerImportResult): ImportSummary => {
  if (result._tag !== 'Imported') throw new Error('The ledger was imported before.')
  return result.summary
}
