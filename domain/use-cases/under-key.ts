import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Address } from '../event/stream'
import { eventIdsIn } from '../command-handling/cause'
import { firstFound } from '../command-handling/first-found'
import type { Trouble } from '../command-handling/handling-error'
import { dayOf } from '../values/instant'
import type { EventId, ScopeId } from '../values/ids'
import { idsOf, idsUnder, type CausedIds, type Ids } from './ids'
import type { KnownDay, Library } from './library'
import type { Acted, TooLate } from './origin'

/** Where an act writes, given its ids: what it makes has its stream under one of them. */
export type AddressWith = (ids: Ids) => Address

/** The same act, had it been done on an earlier day: what it would have written first, and where. */
interface Candidate {
  readonly ids: CausedIds
  readonly address: Address
  readonly first: EventId
}

/** A day whose scope has ended is known no more. */
const candidateOn =
  (library: Library, key: string, addressWith: AddressWith) =>
  ({ day, idempotency }: KnownDay): TE.TaskEither<Trouble, ReadonlyArray<Candidate>> =>
    pipe(
      idsUnder(library)(idempotency as string as ScopeId, key, day),
      TE.map((ids) => {
        const address = addressWith(ids)
        return [{ ids, address, first: eventIdsIn(address)(ids.cause)(0) }]
      }),
      TE.orElse((error) => (error._tag === 'ScopeEnded' ? TE.right([]) : TE.left(error))),
    )

const byStream = (candidates: ReadonlyArray<Candidate>): ReadonlyArray<ReadonlyArray<Candidate>> => {
  const streams = new Map<string, ReadonlyArray<Candidate>>()
  for (const candidate of candidates) {
    const { stream } = candidate.address
    streams.set(stream, [...(streams.get(stream) ?? []), candidate])
  }
  return [...streams.values()]
}

/** Each stream is looked through once. The candidates stand newest first, so the last of them is the oldest day. */
const carriedOut =
  ({ desk }: Library) =>
  (candidates: ReadonlyArray<Candidate>) =>
  async (): Promise<Ids | undefined> => {
    for (const together of byStream(candidates)) {
      const [newest, oldest] = [together[0], together.at(-1)]
      if (newest === undefined || oldest === undefined) continue
      const sought = new Set(together.map(({ first }) => first))
      const found = await firstFound(desk)(newest.address, sought, oldest.ids.cause.since)()
      if (found !== undefined) return together.find(({ first }) => first === found)?.ids
    }
    return undefined
  }

const idsBefore = (library: Library, { at }: Acted, key: string, addressWith: AddressWith) =>
  pipe(
    library.scopes.openedBefore(dayOf(at)),
    TE.chain(TE.traverseSeqArray(candidateOn(library, key, addressWith))),
    TE.chain((found) => TE.fromTask<Ids | undefined, Trouble>(carriedOut(library)(found.flat()))),
  )

/**
 * Does an act with its ids. A key that came without a time may have come on one of the 14 days before: then the ids are
 * those of that day, the act is known where it writes, and answers its first result. Acts with one such key run one at a
 * time, so that none begins on one day what another has begun on the day before.
 */
export const withIds =
  (library: Library) =>
  (acted: Acted, addressWith: AddressWith) =>
  <E, A>(act: (ids: Ids) => TE.TaskEither<E, A>): TE.TaskEither<E | Trouble | TooLate, A> => {
    const { origin } = acted
    if (origin._tag !== 'KeyedToday') return pipe(idsOf(library)(acted), TE.chainW(act))
    return pipe(
      idsBefore(library, acted, origin.key, addressWith),
      TE.chainW((before) => (before === undefined ? idsOf(library)(acted) : TE.right(before))),
      TE.chainW(act),
      library.registrationGate(`key ${origin.key}`),
    )
  }
