import { pipe } from 'fp-ts/function'
import * as RA from 'fp-ts/ReadonlyArray'
import * as TE from 'fp-ts/TaskEither'
import type { DomainEvent, EventWithMetadata } from '../event/domain-event'
import type { FeeReimbursed } from '../fee/events/fee-reimbursed'
import type { FeeId, ReceiptId } from '../values/ids'
import { isSameFeeOccasion } from '../policy/fee-occasion-days'
import type { BorrowerFee, CorrectableFee, LoanAtLending, ReimbursableFee } from '../ports/decision-queries'
import type { FeeOfOccasion } from '../reactions/fee-follow-ups-of-late-loan'
import { feeOccasionOfEvent, type FeeOccasionOfBorrower } from './fee-occasion-of-event'
import { loadLatenessFeesOfLoan } from './load-lateness-fees-of-loan'
import { copyNamedByEvent, type LoadFactIfNamed, type FactResult } from './fact-result'
import { receiptIdOfFee } from './receipt-ids'
import type { UseCaseDependencies } from './use-case-dependencies'

const loadRenewedLoan = (
  dependencies: UseCaseDependencies,
  event: DomainEvent,
): FactResult<LoanAtLending | undefined> =>
  event.type === 'LoanRenewed' ? dependencies.decisionQueries.loanAtLending(event.open.loan) : TE.right(undefined)

const findFeesOfOccasion = (
  dependencies: UseCaseDependencies,
  occasion: FeeOccasionOfBorrower | undefined,
): FactResult<ReadonlyArray<FeeOfOccasion>> => {
  if (occasion === undefined) return TE.right([])
  const isFeeOfOccasion = (fee: BorrowerFee): boolean => fee.kind === 'lateness' && isSameFeeOccasion(occasion)(fee)
  return pipe(dependencies.decisionQueries.fees(occasion.borrower), TE.map(RA.filter(isFeeOfOccasion)))
}

const findUnsettledCompensations = (
  dependencies: UseCaseDependencies,
  event: DomainEvent,
): FactResult<ReadonlyArray<FeeId>> => {
  const copy = copyNamedByEvent(event)
  return copy === undefined
    ? TE.right([])
    : pipe(
        dependencies.decisionQueries.unsettledCompensationFor(copy),
        TE.map((fee) => (fee === undefined ? [] : [fee.fee])),
      )
}

const findPaidCompensations = (
  dependencies: UseCaseDependencies,
  event: DomainEvent,
): FactResult<ReadonlyArray<ReimbursableFee>> => {
  const copy = copyNamedByEvent(event)
  return copy === undefined ? TE.right([]) : dependencies.decisionQueries.paidCompensationsFor(copy)
}

const findFeesPaidTooMuch = (
  dependencies: UseCaseDependencies,
  event: DomainEvent,
): FactResult<ReadonlyArray<ReimbursableFee>> =>
  event.type === 'PaymentMade' ? dependencies.decisionQueries.feesPaidTooMuch(event.open.payment) : TE.right([])

/** What came twice goes back, and the receipt for what was paid once stays. */
const isOfSecondPayment = ({ sealed }: FeeReimbursed, fee: CorrectableFee | undefined): boolean =>
  fee?.ending === 'paid' && sealed.fee._tag === 'Plain' && sealed.fee.value.because === 'paid too much'

const findReplacedReceipts = (
  dependencies: UseCaseDependencies,
  event: EventWithMetadata,
): FactResult<ReadonlyArray<ReceiptId>> => {
  if (event.type !== 'FeeReimbursed') return TE.right([])
  const { fee } = event.open
  return pipe(
    dependencies.decisionQueries.correctableFee(fee),
    TE.bindTo('correctable'),
    TE.bind('reimbursements', () => dependencies.decisionQueries.reimbursementsBefore(fee, event.metadata.revision)),
    TE.chainW(({ correctable, reimbursements }) =>
      isOfSecondPayment(event, correctable) ? TE.right(undefined) : receiptIdOfFee(dependencies)(fee, reimbursements),
    ),
    TE.map((receipt) => (receipt === undefined ? [] : [receipt])),
  )
}

const findFeesAwaitingNotice = (
  dependencies: UseCaseDependencies,
  event: DomainEvent,
): FactResult<ReadonlyArray<FeeId>> =>
  event.type === 'MessageSent' ? dependencies.decisionQueries.feesAwaitingNotice(event.open.message) : TE.right([])

/** Loads the facts about fees for lateness. */
export const loadLatenessFacts = (
  dependencies: UseCaseDependencies,
  event: EventWithMetadata,
  ifNeeded: LoadFactIfNamed,
) =>
  pipe(
    TE.Do,
    TE.bind('renewedLoan', () => ifNeeded('renewedLoan', () => loadRenewedLoan(dependencies, event), undefined)),
    TE.bind('latenessOfLoan', () =>
      ifNeeded('latenessOfLoan', () => loadLatenessFeesOfLoan(dependencies, event), undefined),
    ),
    TE.bind('feesOfOccasion', ({ renewedLoan }) =>
      ifNeeded('feesOfOccasion', () => findFeesOfOccasion(dependencies, feeOccasionOfEvent(renewedLoan)(event)), []),
    ),
  )

/** Loads the facts about bills, and about payments and receipts that go back. */
export const loadCompensationFacts = (
  dependencies: UseCaseDependencies,
  event: EventWithMetadata,
  ifNeeded: LoadFactIfNamed,
) =>
  pipe(
    TE.Do,
    TE.bind('unsettledCompensations', () =>
      ifNeeded('unsettledCompensations', () => findUnsettledCompensations(dependencies, event), []),
    ),
    TE.bind('paidCompensations', () =>
      ifNeeded('paidCompensations', () => findPaidCompensations(dependencies, event), []),
    ),
    TE.bind('replacedReceipts', () =>
      ifNeeded('replacedReceipts', () => findReplacedReceipts(dependencies, event), []),
    ),
    TE.bind('feesAwaitingNotice', () =>
      ifNeeded('feesAwaitingNotice', () => findFeesAwaitingNotice(dependencies, event), []),
    ),
    TE.bind('feesPaidTooMuch', () => ifNeeded('feesPaidTooMuch', () => findFeesPaidTooMuch(dependencies, event), [])),
  )
