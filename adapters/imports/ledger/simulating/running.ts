import type { System } from '../../../processes/running/system'
import type { Origin } from '../../../../domain/use-cases/origin'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerId, ImportId, ScopeId } from '../../../../domain/values/ids'
import type { BorrowingMonths } from '../planning/borrowing-months'
import type { Plan } from '../planning/plan'
import type { Ledger } from '../reading/read-ledger'
import type { ImportOptions } from '../request'
import type { Tally } from './tally'

/** An import under way. */
export interface Running {
  readonly system: System
  readonly scope: ImportId
  readonly ledger: Ledger
  readonly plan: Plan
  readonly months: BorrowingMonths
  readonly options: ImportOptions
  /** Who is registered, by the ledger's own keys. Stands in memory alone. */
  readonly borrowers: Map<string, BorrowerId>
  readonly tally: Tally
  /** The last row was in before this run: its ids cannot be derived again, and need not be. */
  readonly rowsAreIn: boolean
}

/** Where an act of the import comes from: the same text gives the same ids, for as long as the import runs. */
export const imported = ({ scope }: Pick<Running, 'scope'>, row: string, since: Day): Origin => ({
  _tag: 'Imported',
  scope: scope as string as ScopeId,
  row,
  since,
})
