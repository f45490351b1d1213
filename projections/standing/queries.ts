import type { Day } from '../../domain/language/day'
import type { BorrowerId } from '../../domain/language/ids'
import { sum } from '../../domain/language/ore'
import type { FeePolicy } from '../../domain/policy/fee-policy'
import type { Standing } from '../../domain/policy/standing'
import { blocksOf, borrowerById } from '../borrowers/queries'
import { unsettledOf } from '../fees/debt'
import type { Rows } from '../kernel/rows'
import { isRunning, loansOf } from '../loans/queries'
import { reservationsOf } from '../queue/queries'
import { owedBeforeLevying } from './late-returns'

/**
 * A borrower's standing as the gate reads it: to be asked only when the read models have passed both logs' ends.
 * Undefined when nobody has that id, or has been forgotten.
 */
export const standingOf =
  (policy: FeePolicy, today: Day) =>
  (borrower: BorrowerId) =>
  (rows: Rows): Standing | undefined => {
    const record = borrowerById(borrower)(rows)
    if (record === undefined) return undefined
    const loans = loansOf(borrower)(rows)
    const { group, birthDate, municipality, homeBranch } = record
    return {
      borrower,
      group,
      birthDate,
      municipality,
      homeBranch,
      blocks: blocksOf(borrower)(rows).map(({ reason }) => reason),
      owed: sum([unsettledOf(borrower)(rows), owedBeforeLevying(policy, today)(borrower, loans)(rows)]),
      loans: loans.filter(isRunning).map(({ loan, copy, title, dueOn }) => ({ loan, copy, title, dueOn })),
      reservations: reservationsOf(borrower)(rows).map(({ reservation, title }) => ({ reservation, title })),
    }
  }
