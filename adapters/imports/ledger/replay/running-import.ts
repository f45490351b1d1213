import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { CommandOrigin } from '../../../../domain/use-cases/command-metadata'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerId, ImportId, ScopeId } from '../../../../domain/values/ids'
import type { LedgerBorrowersByMonth } from '../planning/index-ledger-borrowers-by-loan-month'
import type { ReplayPlan } from '../planning/replay-plan'
import type { Ledger } from '../reading/read-ledger'
import type { LedgerReplayOptions } from '../ledger-replay-options'
import type { ImportCounters } from './import-counters'

/** An import that is running. */
export interface RunningImport {
  readonly library: RunningLibrary
  readonly scope: ImportId
  readonly ledger: Ledger
  readonly plan: ReplayPlan
  readonly months: LedgerBorrowersByMonth
  readonly options: LedgerReplayOptions
  /** The registered borrowers by their keys in the ledger. Only in memory. */
  readonly borrowers: Map<string, BorrowerId>
  readonly counters: ImportCounters
  /** The number of loans that earlier runs replayed: those of the days before the first day of this run. */
  readonly loansBefore: number
  /** An earlier run replayed the last row, so the ids of rows cannot be derived again. */
  readonly allRowsReplayed: boolean
}

/** The origin of a command of an import. The same `row` text gives the same ids until the import is finished. */
export const importedOrigin = ({ scope }: Pick<RunningImport, 'scope'>, row: string, since: Day): CommandOrigin => ({
  _tag: 'Imported',
  scope: scope as string as ScopeId,
  row,
  since,
})
