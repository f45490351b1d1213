import { pipe } from 'fp-ts/function'
import * as RA from 'fp-ts/ReadonlyArray'
import * as TE from 'fp-ts/TaskEither'
import type { CopyState } from '../copy/state'
import { feeAggregate } from '../fee/aggregate'
import type { DomainEvent } from '../event/domain-event'
import { loadAggregate } from '../command-handling/load-aggregate'
import type { EventReadError } from '../command-handling/open-event'
import type { Day } from '../values/day'
import type { CopyId, FeeId, TitleId } from '../values/ids'
import type { BorrowerFee } from '../ports/decision-queries'
import type { FactName, ReactionFacts } from '../reactions/reaction-facts'
import { titleAggregate } from '../title/aggregate'
import { emptyQueue, type TitleState } from '../title/state'
import { loadCopiesOfTitle, loadCopyState } from './load-copies'
import type { UseCaseDependencies } from './use-case-dependencies'

type Read<A> = TE.TaskEither<EventReadError, A>

const titleOf = (event: DomainEvent): TitleId | undefined => ('title' in event.open ? event.open.title : undefined)
const copyOf = (event: DomainEvent): CopyId | undefined => ('copy' in event.open ? event.open.copy : undefined)

const loadEventCopy = (dependencies: UseCaseDependencies, event: DomainEvent): Read<CopyState | undefined> => {
  const copyId = copyOf(event)
  return copyId === undefined ? TE.right(undefined) : loadCopyState(dependencies)(copyId)
}

const loadEventCopies = (dependencies: UseCaseDependencies, event: DomainEvent): Read<ReadonlyArray<CopyState>> => {
  const title = titleOf(event)
  return title === undefined ? TE.right([]) : loadCopiesOfTitle(dependencies)(title)
}

/** The day of return or of billing. */
const occasionOf = ({ open }: DomainEvent): Day | undefined =>
  'returnedOn' in open ? open.returnedOn : 'billedOn' in open ? open.billedOn : undefined

const lentOnOf = ({ open, sealed }: DomainEvent): Day | undefined => {
  if ('lentOn' in open) return open.lentOn
  return 'loan' in sealed && sealed.loan._tag === 'Plain' && 'lentOn' in sealed.loan.value
    ? sealed.loan.value.lentOn
    : undefined
}

const findFeesOfOccasion = (dependencies: UseCaseDependencies, event: DomainEvent): Read<ReadonlyArray<FeeId>> => {
  const { sealed } = event
  if (!('loan' in sealed) || sealed.loan._tag === 'Erased' || !('dueOn' in sealed.loan.value)) return TE.right([])
  const { borrower, dueOn } = sealed.loan.value
  const lentOn = lentOnOf(event)
  const occasion = occasionOf(event)
  const isFeeOfOccasion = (fee: BorrowerFee): boolean =>
    fee.kind === 'lateness' && fee.lentOn === lentOn && fee.dueOn === dueOn && fee.occasion === occasion
  return pipe(
    dependencies.decisionQueries.fees(borrower),
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

const loadQueue = (dependencies: UseCaseDependencies, event: DomainEvent): Read<TitleState> => {
  const title = titleOf(event)
  return title === undefined
    ? TE.right(emptyQueue)
    : pipe(
        loadAggregate(dependencies.commandHandling)(titleAggregate(dependencies.policy))(title),
        TE.map(({ state }) => state),
      )
}

type IfNeeded = <A>(name: FactName, load: () => Read<A>, otherwise: A) => Read<A>

const loadTitleFacts = (dependencies: UseCaseDependencies, event: DomainEvent, ifNeeded: IfNeeded) =>
  pipe(
    TE.Do,
    TE.bind('queue', () => ifNeeded('queue', () => loadQueue(dependencies, event), emptyQueue)),
    TE.bind('copy', () => ifNeeded('copy', () => loadEventCopy(dependencies, event), undefined)),
    TE.bind('copies', () => ifNeeded('copies', () => loadEventCopies(dependencies, event), [])),
    TE.bind('copiesIfQueued', ({ queue }) =>
      ifNeeded(
        'copiesIfQueued',
        () => (queue._tag === 'NoQueue' ? TE.right([]) : loadEventCopies(dependencies, event)),
        [],
      ),
    ),
  )

const loadFeeFacts = (dependencies: UseCaseDependencies, event: DomainEvent, ifNeeded: IfNeeded) =>
  pipe(
    TE.Do,
    TE.bind('feesOfOccasion', () => ifNeeded('feesOfOccasion', () => findFeesOfOccasion(dependencies, event), [])),
    TE.bind('feesBeforeCorrection', () =>
      ifNeeded('feesBeforeCorrection', () => findFeesBeforeCorrection(dependencies, event), []),
    ),
    TE.bind('unsettledCompensations', () =>
      ifNeeded('unsettledCompensations', () => findUnsettledCompensations(dependencies, event), []),
    ),
  )

/** Loads the facts that a reaction needs, as they are now. The other facts are empty. */
export const loadReactionFacts =
  (dependencies: UseCaseDependencies) =>
  (factNames: ReadonlyArray<FactName>) =>
  (event: DomainEvent): Read<ReactionFacts> => {
    const ifNeeded: IfNeeded = (name, load, otherwise) => (factNames.includes(name) ? load() : TE.right(otherwise))
    return pipe(
      loadTitleFacts(dependencies, event, ifNeeded),
      TE.bindTo('titleFacts'),
      TE.bind('feeFacts', () => loadFeeFacts(dependencies, event, ifNeeded)),
      TE.map(({ titleFacts, feeFacts }) => ({
        ...titleFacts,
        ...feeFacts,
        policy: dependencies.policy,
        now: dependencies.commandHandling.clock.now(),
      })),
    )
  }
