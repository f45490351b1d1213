import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unreadable } from '../../../domain/command-handling/remember'
import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import { holdingsOf, nothingHeld } from '../../../domain/policy/holdings'
import type { Policy } from '../../../domain/policy/policy'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { FeeKnown, LookUp } from '../../../domain/ports/look-up'
import { borrowerByCpr, borrowerByNumber, cardByNumber } from '../../../projections/borrowers/queries'
import { copiesOf } from '../../../projections/copies/queries'
import { compensationFor, feesOf, isSettled } from '../../../projections/fees/queries'
import { feesOfPayment, unfinishedPaymentsOf } from '../../../projections/fees/payments'
import type { Fee } from '../../../projections/fees/rows'
import type { Rows } from '../../../projections/kernel/rows'
import { loanOfCopy } from '../../../projections/loans/queries'
import { keptCopiesOf } from '../../../projections/queue/shelf'
import { standingOf } from '../../../projections/standing/queries'
import { asking } from './asking'

const known = (row: Fee): FeeKnown => {
  const { fee, borrower, kind, amount, lentOn, dueOn, occasion } = row
  return { fee, borrower, kind, amount, lentOn, dueOn, occasion, settled: isSettled(row) }
}

const finders = {
  number: (value: string) => (rows: Rows) => borrowerByNumber(value)(rows)?.borrower,
  card: (value: string) => (rows: Rows) => cardByNumber(value)(rows)?.borrower,
  cpr: (value: string) => (rows: Rows) => borrowerByCpr(value)(rows)?.borrower,
}

/** What a borrower holds and owes, from the rows as they are. A stranger holds nothing. */
export const holdingsIn = (policy: Policy, clock: LibraryClock) => (borrower: BorrowerId) => (rows: Rows) => {
  const standing = standingOf(policy.fees, clock.today())(borrower)(rows)
  if (standing === undefined) return nothingHeld
  return holdingsOf({
    setAsides: keptCopiesOf(borrower)(rows).length,
    unfinishedPayments: unfinishedPaymentsOf(borrower)(rows).length,
  })(standing)
}

/** Looks things up in the read models, once they have passed both logs' ends as they are when asked. */
export const lookUpIn = (
  rows: Rows,
  reach: TaskEither<Unreadable, void>,
  policy: Policy,
  clock: LibraryClock,
): LookUp => {
  const ask = asking(rows, reach)
  return {
    standing: (borrower) => ask(standingOf(policy.fees, clock.today())(borrower)),
    holdings: (borrower) => ask(holdingsIn(policy, clock)(borrower)),
    fees: (borrower) => ask((of) => feesOf(borrower)(of).map(known)),
    feesBeingPaid: (borrower) =>
      ask((of) => unfinishedPaymentsOf(borrower)(of).flatMap(({ payment }) => feesOfPayment(payment)(of))),
    compensationFor: (copy: CopyId) =>
      ask((of) => {
        const fee = compensationFor(copy)(of)
        return fee === undefined ? undefined : known(fee)
      }),
    loanOf: (copy) => ask(loanOfCopy(copy)),
    copiesOf: (title) => ask((of) => copiesOf(title)(of).map(({ copy }) => copy)),
    borrowerWith: (by, value) => ask(finders[by](value)),
  }
}
