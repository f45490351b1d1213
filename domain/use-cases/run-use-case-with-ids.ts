import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StreamAddress } from '../event/stream'
import { derivedEventIds } from '../command-handling/command-id-source'
import { findLatestOfEventIds } from '../command-handling/find-latest-of-event-ids'
import type { InfrastructureError } from '../command-handling/command-error'
import { dayOf } from '../values/instant'
import type { EventId, ScopeId } from '../values/ids'
import { useCaseIdsOf, repeatableIdsUnder, type RepeatableIds, type UseCaseIds } from './repeatable-ids-of-use-case'
import type { IdempotencyDay, UseCaseDependencies } from './use-case-dependencies'
import type { CommandMetadata, CommandTooLate } from './command-metadata'

/** The stream that a use case appends to. The ids are needed when the stream is named after one of them. */
type StreamAddressFromIds = (ids: UseCaseIds) => StreamAddress

/** The same use case, if it was run on an earlier day: its ids, its stream, and the id of its first event. */
interface Candidate {
  readonly ids: RepeatableIds
  readonly address: StreamAddress
  readonly first: EventId
}

/** A day whose scope is erased gives no candidate: its keys are recognised no longer. */
const candidatesOn =
  (dependencies: UseCaseDependencies, key: string, addressFromIds: StreamAddressFromIds) =>
  (days: ReadonlyArray<IdempotencyDay>): TE.TaskEither<InfrastructureError, ReadonlyArray<Candidate>> =>
  async () => {
    const candidates: Candidate[] = []
    for (const { day, idempotency } of days) {
      const ids = await repeatableIdsUnder(dependencies)(idempotency as string as ScopeId, key, day)()
      if (ids._tag === 'Right') {
        const address = addressFromIds(ids.right)
        candidates.push({ ids: ids.right, address, first: derivedEventIds(address)(ids.right.cause)(0) })
      } else if (ids.left._tag !== 'ScopeEnded') return ids
    }
    return E.right(candidates)
  }

const byStream = (candidates: ReadonlyArray<Candidate>): ReadonlyArray<ReadonlyArray<Candidate>> => {
  const streams = new Map<string, ReadonlyArray<Candidate>>()
  for (const candidate of candidates) {
    const { stream } = candidate.address
    streams.set(stream, [...(streams.get(stream) ?? []), candidate])
  }
  return [...streams.values()]
}

/** Reads each stream once. Candidates are sorted newest first, so the last one has the oldest day. */
const findCarriedOutCandidate =
  ({ commandHandling }: UseCaseDependencies) =>
  (candidates: ReadonlyArray<Candidate>) =>
  async (): Promise<UseCaseIds | undefined> => {
    for (const candidatesInStream of byStream(candidates)) {
      const [newest, oldest] = [candidatesInStream[0], candidatesInStream.at(-1)]
      if (newest === undefined || oldest === undefined) continue
      const firstEventIds = new Set(candidatesInStream.map(({ first }) => first))
      const latest = await findLatestOfEventIds(commandHandling)(
        newest.address,
        firstEventIds,
        oldest.ids.cause.since,
      )()
      if (latest !== undefined) return candidatesInStream.find(({ first }) => first === latest)?.ids
    }
    return undefined
  }

const noEarlierIds = TE.right<InfrastructureError, UseCaseIds | undefined>(undefined)

const findIdsOfEarlierDay = (
  dependencies: UseCaseDependencies,
  { at }: CommandMetadata,
  key: string,
  addressFromIds: StreamAddressFromIds,
): TE.TaskEither<InfrastructureError, UseCaseIds | undefined> =>
  pipe(
    dependencies.calendarScopes.idempotencyDaysBefore(dayOf(at)),
    TE.chain((days) =>
      days.length === 0
        ? noEarlierIds
        : pipe(
            candidatesOn(dependencies, key, addressFromIds)(days),
            TE.chain((candidates) => TE.fromTask(findCarriedOutCandidate(dependencies)(candidates))),
          ),
    ),
  )

/**
 * Runs a use case with its ids. A key without a time may have come on one of the 14 days before; then the ids are those
 * of that day, and the use case answers its first result. One use case at a time runs for such a key, so that none
 * starts today while another runs with yesterday's ids.
 */
export const runUseCaseWithIds =
  (dependencies: UseCaseDependencies) =>
  (metadata: CommandMetadata, addressFromIds: StreamAddressFromIds) =>
  <E, A>(
    useCase: (ids: UseCaseIds) => TE.TaskEither<E, A>,
  ): TE.TaskEither<E | InfrastructureError | CommandTooLate, A> => {
    const { origin } = metadata
    if (origin._tag !== 'KeyedToday') return pipe(useCaseIdsOf(dependencies)(metadata), TE.chainW(useCase))
    return pipe(
      findIdsOfEarlierDay(dependencies, metadata, origin.key, addressFromIds),
      TE.chainW((earlierIds) =>
        earlierIds === undefined ? useCaseIdsOf(dependencies)(metadata) : TE.right(earlierIds),
      ),
      TE.chainW(useCase),
      dependencies.namedLock(`key ${origin.key}`),
    )
  }
