import { pipe } from 'fp-ts/function'
import * as RA from 'fp-ts/ReadonlyArray'
import * as TE from 'fp-ts/TaskEither'
import type { CopyState } from '../copy/state'
import { feeAggregate } from '../fee/aggregate'
import type { DomainEvent, EventWithMetadata } from '../event/domain-event'
import { loadAggregate } from '../command-handling/load-aggregate'
import type { InfrastructureError } from '../command-handling/command-error'
import type { Day } from '../values/day'
import { dayOf } from '../values/instant'
import type { CopyId, FeeId, ReceiptId, TitleId } from '../values/ids'
import { isSameFeeOccasion } from '../policy/fee-occasion'
import type { BorrowerFee, LoanAtLending, PaidFee } from '../ports/decision-queries'
import type { FactName, ReactionFacts } from '../reactions/reaction-facts'
import { emptyQueue, type TitleState } from '../title/state'
import { loadCopiesOfTitle, loadCopyState } from './load-copies'
import { receiptIdFor } from './receipt-ids'
import { feeOccasionOfEvent, type BorrowerOccasion } from './fee-occasion-of-event'
import { loadQueue } from './load-queue'
import { loadWaitingBorrowers } from './load-waiting-borrowers'
import type { UseCaseDependencies } from './use-case-dependencies'

type Read<A> = TE.TaskEither<InfrastructureError, A>

const titleOf = (event: DomainEvent): TitleId | undefined => ('title' in event.open ? event.open.title : undefined)
const copyOf = (event: DomainEvent): CopyId | undefined => ('copy' in event.open ? event.open.copy : undefined)

const titleOfCopy = (state: CopyState | undefined): TitleId | undefined =>
  state === undefined || state._tag === 'Unknown' ? undefined : state.item.title

const loadEventCopy = (dependencies: UseCaseDependencies, event: DomainEvent): Read<CopyState | undefined> => {
  const copyId = copyOf(event)
  return copyId === undefined ? TE.right(undefined) : loadCopyState(dependencies)(copyId)
}

const loadEventCopies = (dependencies: UseCaseDependencies, event: DomainEvent): Read<ReadonlyArray<CopyState>> => {
  const title = titleOf(event)
  return title === undefined ? TE.right([]) : loadCopiesOfTitle(dependencies)(title)
}

const loadRenewedLoan = (dependencies: UseCaseDependencies, event: DomainEvent): Read<LoanAtLending | undefined> =>
  event.type === 'LoanRenewed' ? dependencies.decisionQueries.loanAtLending(event.open.loan) : TE.right(undefined)

const findFeesOfOccasion = (
  dependencies: UseCaseDependencies,
  occasion: BorrowerOccasion | undefined,
): Read<ReadonlyArray<FeeId>> => {
  if (occasion === undefined) return TE.right([])
  const isFeeOfOccasion = (fee: BorrowerFee): boolean => fee.kind === 'lateness' && isSameFeeOccasion(occasion)(fee)
  return pipe(
    dependencies.decisionQueries.fees(occasion.borrower),
    TE.map(RA.filter(isFeeOfOccasion)),
    TE.map(RA.map(({ fee }) => fee)),
  )
}

const isForCopyAlone =
  (dependencies: UseCaseDependencies, copy: CopyId) =>
  (fee: FeeId): Read<ReadonlyArray<FeeId>> =>
    pipe(
      loadAggregate(dependencies.commandHandling)(feeAggregate)(fee),
      TE.map(({ state }) =>
        state._tag === 'Owed' && state.debt._tag === 'Plain' && state.debt.value.copies.every((one) => one === copy)
          ? [fee]
          : [],
      ),
    )

const findFeesBeforeCorrection = (
  dependencies: UseCaseDependencies,
  event: DomainEvent,
): Read<ReadonlyArray<FeeId>> => {
  if (event.type !== 'LoanEndCorrected' || event.sealed.loan._tag === 'Erased') return TE.right([])
  const { borrower, lentOn, previouslyEndedOn } = event.sealed.loan.value
  const isFeeOfFirstEnd = (fee: BorrowerFee): boolean =>
    fee.kind === 'lateness' && !fee.settled && fee.lentOn === lentOn && fee.occasion === previouslyEndedOn
  return pipe(
    dependencies.decisionQueries.fees(borrower),
    TE.map(RA.filter(isFeeOfFirstEnd)),
    TE.chain(TE.traverseSeqArray(({ fee }) => isForCopyAlone(dependencies, event.open.copy)(fee))),
    TE.map((fees) => fees.flat()),
  )
}

const findUnsettledCompensations = (
  dependencies: UseCaseDependencies,
  event: DomainEvent,
): Read<ReadonlyArray<FeeId>> => {
  const loadEventCopy = copyOf(event)
  return loadEventCopy === undefined
    ? TE.right([])
    : pipe(
        dependencies.decisionQueries.unsettledCompensationFor(loadEventCopy),
        TE.map((fee) => (fee === undefined ? [] : [fee.fee])),
      )
}

const findPaidCompensations = (dependencies: UseCaseDependencies, event: DomainEvent): Read<ReadonlyArray<PaidFee>> => {
  const copy = copyOf(event)
  return copy === undefined ? TE.right([]) : dependencies.decisionQueries.paidCompensationsFor(copy)
}

const findFeesPaidTooMuch = (dependencies: UseCaseDependencies, event: DomainEvent): Read<ReadonlyArray<PaidFee>> =>
  event.type === 'PaymentMade' ? dependencies.decisionQueries.feesPaidTooMuch(event.open.payment) : TE.right([])

const findReplacedReceipts = (
  dependencies: UseCaseDependencies,
  event: EventWithMetadata,
): TE.TaskEither<InfrastructureError, ReadonlyArray<ReceiptId>> => {
  if (event.type !== 'FeeReimbursed') return TE.right([])
  const { fee } = event.open
  return pipe(
    dependencies.decisionQueries.reimbursementsBefore(fee, event.metadata.revision),
    TE.chainW((reimbursements) => receiptIdFor(dependencies)(fee, reimbursements)),
    TE.map((receipt) => (receipt === undefined ? [] : [receipt])),
  )
}

/** The title of an event that names only its copy is the title of the copy. */
const loadEventQueue = (dependencies: UseCaseDependencies, event: DomainEvent): Read<TitleState> => {
  const title = titleOf(event)
  return title === undefined
    ? pipe(
        loadEventCopy(dependencies, event),
        TE.map(titleOfCopy),
        TE.chain((titleOfItsCopy) =>
          titleOfItsCopy === undefined ? TE.right(emptyQueue) : loadQueue(dependencies)(titleOfItsCopy),
        ),
      )
    : loadQueue(dependencies)(title)
}

type IfNeeded = <A>(name: FactName, load: () => Read<A>, otherwise: A) => Read<A>

const loadTitleFacts = (dependencies: UseCaseDependencies, event: DomainEvent, ifNeeded: IfNeeded) =>
  pipe(
    TE.Do,
    TE.bind('queue', () => ifNeeded('queue', () => loadEventQueue(dependencies, event), emptyQueue)),
    TE.bind('copy', () => ifNeeded('copy', () => loadEventCopy(dependencies, event), undefined)),
    TE.bind('copies', () => ifNeeded('copies', () => loadEventCopies(dependencies, event), [])),
    TE.bind('copiesIfQueued', ({ queue }) =>
      ifNeeded(
        'copiesIfQueued',
        () => (queue._tag === 'NoQueue' ? TE.right([]) : loadEventCopies(dependencies, event)),
        [],
      ),
    ),
    TE.bind('waitingBorrowers', ({ queue, copiesIfQueued }) =>
      ifNeeded('waitingBorrowers', () => loadWaitingBorrowers(dependencies)(queue, copiesIfQueued), new Map()),
    ),
  )

const loadFeeFacts = (dependencies: UseCaseDependencies, event: EventWithMetadata, ifNeeded: IfNeeded) =>
  pipe(
    TE.Do,
    TE.bind('renewedLoan', () => ifNeeded('renewedLoan', () => loadRenewedLoan(dependencies, event), undefined)),
    TE.bind('feesBeforeCorrection', () =>
      ifNeeded('feesBeforeCorrection', () => findFeesBeforeCorrection(dependencies, event), []),
    ),
    TE.bind('feesOfOccasion', ({ renewedLoan }) =>
      ifNeeded('feesOfOccasion', () => findFeesOfOccasion(dependencies, feeOccasionOfEvent(renewedLoan)(event)), []),
    ),
    TE.bind('unsettledCompensations', () =>
      ifNeeded('unsettledCompensations', () => findUnsettledCompensations(dependencies, event), []),
    ),
    TE.bind('paidCompensations', () =>
      ifNeeded('paidCompensations', () => findPaidCompensations(dependencies, event), []),
    ),
    TE.bind('replacedReceipts', () =>
      ifNeeded('replacedReceipts', () => findReplacedReceipts(dependencies, event), []),
    ),
    TE.bind('feesPaidTooMuch', () => ifNeeded('feesPaidTooMuch', () => findFeesPaidTooMuch(dependencies, event), [])),
  )

/** The day of the act that an event records; undefined when the event does not name it. */
const dayOfAct = (event: DomainEvent): Day | undefined => {
  const { open } = event
  if (event.type === 'LoanRenewed')
    return event.sealed.loan._tag === 'Plain' ? dayOf(event.sealed.loan.value.renewedAt) : undefined
  if ('returnedOn' in open) return open.returnedOn
  if ('billedOn' in open) return open.billedOn
  if ('foundOn' in open) return open.foundOn
  return 'handedInOn' in open ? open.handedInOn : undefined
}

/**
 * Loads the facts that a reaction needs, as they are now; the policy is that of the day of the act, however late the
 * reaction runs. The other facts are empty.
 */
export const loadReactionFacts =
  (dependencies: UseCaseDependencies) =>
  (factNames: ReadonlyArray<FactName>) =>
  (event: EventWithMetadata): Read<ReactionFacts> => {
    const ifNeeded: IfNeeded = (name, load, otherwise) => (factNames.includes(name) ? load() : TE.right(otherwise))
    return pipe(
      loadTitleFacts(dependencies, event, ifNeeded),
      TE.bindTo('titleFacts'),
      TE.bind('feeFacts', () => loadFeeFacts(dependencies, event, ifNeeded)),
      TE.map(({ titleFacts, feeFacts }) => ({
        ...titleFacts,
        ...feeFacts,
        policy: dependencies.policy(dayOfAct(event) ?? dependencies.commandHandling.clock.today()),
        now: dependencies.commandHandling.clock.now(),
      })),
    )
  }
