import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { noMoney, sum, type Ore } from '../../domain/values/ore'
import type { FeePolicy } from '../../domain/policy/fee-policy'
import type { Standing } from '../../domain/policy/standing'
import { blocksOf } from '../borrowers/queries'
import { borrowers } from '../borrowers/rows'
import { unsettledOf } from '../fees/debt'
import type { Rows } from '../kernel/rows'
import { isRunning, loansOf } from '../loans/queries'
import { loans, type Loan } from '../loans/rows'
import { reservationsOf } from '../queue/queries'
import { owedBeforeLevying } from './late-returns'
import { owedBeforeBilling } from './lost-copies'

const ofRecord = ['group', 'birthDate', 'municipality', 'homeBranch', 'ending'] as const
const ofLoans = ['loan', 'copy', 'title', 'dueOn', 'endedOn'] as const
type Held = Pick<Loan, (typeof ofLoans)[number]>

const endedLate = ({ endedOn, dueOn }: Held): boolean => endedOn !== null && endedOn > dueOn

/** What follows of late returns and lost copies, and has not been levied yet. */
const notLevied =
  (policy: FeePolicy, today: Day) =>
  (borrower: BorrowerId, all: ReadonlyArray<Loan>) =>
  (rows: Rows): Ore =>
    sum([owedBeforeLevying(policy, today)(borrower, all)(rows), owedBeforeBilling(policy, today)(borrower, all)(rows)])

/** Most borrowers return in time, so what late returns owe is reckoned for few. */
const owedForReturns =
  (policy: FeePolicy, today: Day) =>
  (borrower: BorrowerId, held: ReadonlyArray<Held>) =>
  (rows: Rows): Ore =>
    held.some(endedLate) ? notLevied(policy, today)(borrower, loansOf(borrower)(rows))(rows) : noMoney

/**
 * A borrower's standing as the gate reads it: to be asked only when the read models have passed both logs' ends.
 * Undefined when nobody has that id, or has been forgotten, or is about to be: whoever has asked for erasure, or has
 * lapsed, is a stranger from then on, and nothing new is made for them.
 */
export const standingOf =
  (policy: FeePolicy, today: Day) =>
  (borrower: BorrowerId) =>
  (rows: Rows): Standing | undefined => {
    const [found] = rows.pick(borrowers, ofRecord, { where: { borrower } })
    if (found === undefined || found.ending !== null) return undefined
    const { ending: _ending, ...record } = found
    const held = rows.pick(loans, ofLoans, { where: { borrower }, orderBy: ['dueOn', 'loan'] })
    return {
      borrower,
      ...record,
      blocks: blocksOf(borrower)(rows).map(({ reason }) => reason),
      owed: sum([unsettledOf(borrower)(rows), owedForReturns(policy, today)(borrower, held)(rows)]),
      loans: held.filter(isRunning).map(({ loan, copy, title, dueOn }) => ({ loan, copy, title, dueOn })),
      reservations: reservationsOf(borrower)(rows).map(({ reservation, title }) => ({ reservation, title })),
    }
  }
