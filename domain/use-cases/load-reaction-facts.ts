import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CopyState } from '../copy/copy-state'
import type { DomainEvent, EventWithMetadata } from '../event/domain-event'
import type { Day } from '../values/day'
import { dayOf } from '../values/instant'
import type { CopyId, TitleId } from '../values/ids'
import type { ReactionFactName, ReactionFacts } from '../reactions/reaction-facts'
import { initialTitleState, type TitleState } from '../title/title-state'
import { loadCopiesOfTitle, loadCopyState } from './load-copy-states'
import { loadCompensationFacts, loadLatenessFacts } from './load-fee-facts'
import { loadQueue } from './load-queue'
import { loadWaitingBorrowersIfCopyOnShelf } from './load-waiting-borrowers'
import { copyNamedByEvent, type LoadFactIfNamed, type FactResult } from './fact-result'
import type { UseCaseDependencies } from './use-case-dependencies'

const titleOf = (event: DomainEvent): TitleId | undefined => ('title' in event.open ? event.open.title : undefined)

const titleOfCopy = (state: CopyState | undefined): TitleId | undefined =>
  state === undefined || state._tag === 'Unknown' ? undefined : state.item.title

/** A reservation that became ready names its copy in its sealed part. */
const readyCopyOf = (event: DomainEvent): CopyId | undefined =>
  event.type === 'ReservationReady' && event.sealed.reservation._tag === 'Plain'
    ? event.sealed.reservation.value.copy
    : undefined

const loadEventCopy = (dependencies: UseCaseDependencies, event: DomainEvent): FactResult<CopyState | undefined> => {
  const copyId = readyCopyOf(event) ?? copyNamedByEvent(event)
  return copyId === undefined ? TE.right(undefined) : loadCopyState(dependencies)(copyId)
}

const loadEventCopies = (
  dependencies: UseCaseDependencies,
  event: DomainEvent,
): FactResult<ReadonlyArray<CopyState>> => {
  const title = titleOf(event)
  return title === undefined ? TE.right([]) : loadCopiesOfTitle(dependencies)(title)
}

/** The title of an event that names only its copy is the title of the copy. */
const loadEventQueue = (dependencies: UseCaseDependencies, event: DomainEvent): FactResult<TitleState> => {
  const title = titleOf(event)
  return title === undefined
    ? pipe(
        loadEventCopy(dependencies, event),
        TE.map(titleOfCopy),
        TE.chain((titleOfItsCopy) =>
          titleOfItsCopy === undefined ? TE.right(initialTitleState) : loadQueue(dependencies)(titleOfItsCopy),
        ),
      )
    : loadQueue(dependencies)(title)
}

/** Only of a loan that had fulfilled a reservation. */
const loadTitlesParallelToUndone = (
  { decisionQueries }: UseCaseDependencies,
  event: DomainEvent,
): FactResult<ReadonlyArray<TitleId>> =>
  event.type === 'LoanUndone' && event.sealed.loan._tag === 'Plain' && event.sealed.loan.value.fulfilled
    ? decisionQueries.titlesParallelTo(event.sealed.loan.value.borrower, event.open.title)
    : TE.right([])

const loadTitleFacts = (dependencies: UseCaseDependencies, event: DomainEvent, ifNeeded: LoadFactIfNamed) =>
  pipe(
    TE.Do,
    TE.bind('queue', () => ifNeeded('queue', () => loadEventQueue(dependencies, event), initialTitleState)),
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
      ifNeeded(
        'waitingBorrowers',
        () => loadWaitingBorrowersIfCopyOnShelf(dependencies)(queue, copiesIfQueued),
        new Map(),
      ),
    ),
  )

/** The day of the act that an event records; undefined when the event does not name it. */
const dayOfAct = (event: DomainEvent): Day | undefined => {
  const { open } = event
  if (event.type === 'LoanRenewed' || event.type === 'RenewalConflictRecorded')
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
  (factNames: ReadonlyArray<ReactionFactName>) =>
  (event: EventWithMetadata): FactResult<ReactionFacts> => {
    const ifNeeded: LoadFactIfNamed = (name, load, otherwise) =>
      factNames.includes(name) ? load() : TE.right(otherwise)
    return pipe(
      loadTitleFacts(dependencies, event, ifNeeded),
      TE.bindTo('titleFacts'),
      TE.bind('titlesParallelToUndone', () =>
        ifNeeded('titlesParallelToUndone', () => loadTitlesParallelToUndone(dependencies, event), []),
      ),
      TE.bind('latenessFacts', () => loadLatenessFacts(dependencies, event, ifNeeded)),
      TE.bind('compensationFacts', () => loadCompensationFacts(dependencies, event, ifNeeded)),
      TE.map(({ titleFacts, titlesParallelToUndone, latenessFacts, compensationFacts }) => ({
        ...titleFacts,
        titlesParallelToUndone,
        ...latenessFacts,
        ...compensationFacts,
        policy: dependencies.policy(dayOfAct(event) ?? dependencies.commandHandling.clock.today()),
        now: dependencies.commandHandling.clock.now(),
      })),
    )
  }
