import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { AnyEvent } from '../event/define-event'
import type { Address } from '../event/stream'
import type { EventId } from '../values/ids'
import { monthOf } from '../values/month'
import type { Position, Revision } from '../ports/event-store'
import type { LibraryClock } from '../ports/clocks'
import type { LastEvent } from '../ports/state-cache'
import type { Random } from '../ports/random'
import { addressOf, type Aggregate } from './aggregate'
import { eventIdsIn, type Cause } from './cause'
import { refused, type HandlingError, type Trouble } from './handling-error'
import { keepState } from './keep-state'
import { known } from './known'
import { load, type Loaded, type Shelf } from './load'
import { sealedEvents } from './sealed-events'

/** What the way of a command needs. */
export interface Desk extends Shelf {
  readonly clock: LibraryClock
  readonly random: Random
}

/** What came of a command: where its last event stands, and what it made happen (nothing when it was a repeat). */
export interface Handled<Ev> {
  readonly address: Address
  /** The last revision of the stream. */
  readonly revision: Revision
  /** Where the last event stands in its log; undefined when nothing had to happen. */
  readonly position: Position | undefined
  /** Whether the command had been carried out before, and this is its first answer once more. */
  readonly repeated: boolean
  readonly events: ReadonlyArray<Ev>
}

/** How often a command is decided anew after another writer was first. */
const attempts = 5

const recordedOn = (desk: Desk, { log }: Address): string =>
  log === 'circulation' ? desk.clock.today() : monthOf(desk.clock.today())

const idsFor = (desk: Desk, address: Address, cause: Cause | undefined, count: number): ReadonlyArray<EventId> => {
  const idAt = cause === undefined ? () => desk.random.uuid() as EventId : eventIdsIn(address)(cause)
  return Array.from({ length: count }, (_, index) => idAt(index))
}

const appendDecided =
  (desk: Desk) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>, address: Address, cause: Cause | undefined) =>
  (loaded: Loaded<S>, events: ReadonlyArray<Ev>): TaskEither<Trouble, Handled<Ev>> =>
  async () => {
    const { revision } = loaded
    if (events.length === 0) return E.right({ address, revision, position: undefined, repeated: false, events })
    const ids = idsFor(desk, address, cause, events.length)
    const outgoing = { address, from: revision + 1, ids, recorded: recordedOn(desk, address) }
    const stored = await sealedEvents(desk)(outgoing, events)()
    if (stored._tag === 'Left') return stored
    const expected = revision === -1 ? 'none' : revision
    const appended = await desk.stores[address.log].append(address.stream, expected, stored.right)()
    if (appended._tag === 'Left') {
      desk.cache.drop(address)
      return appended
    }
    keepState(desk.cache, address)(aggregate.evolve)(loaded, events, outgoing)
    return E.right({ ...appended.right, address, events })
  }

const carriedOutBefore =
  (desk: Desk) =>
  async (address: Address, cause: Cause, last: ReadonlyArray<LastEvent>): Promise<Handled<never> | undefined> => {
    const before = await known(desk)(address, eventIdsIn(address)(cause), cause.since, last)()
    return before && { ...before, address, events: [] }
  }

/**
 * The way of a command: load, known? decide, seal, append to one stream, answer. Decides anew when another writer
 * was first, at most five times. Refusals are decided anew each time they are asked for.
 */
export const handle =
  (desk: Desk) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>) =>
  (id: string, cause?: Cause) =>
  (command: C): TaskEither<HandlingError<R>, Handled<Ev>> =>
  async () => {
    const address = addressOf(aggregate)(id)
    for (let attempt = 1; ; attempt++) {
      const loaded = await load(desk)(aggregate)(id)()
      if (loaded._tag === 'Left') return loaded
      // Asked again after a conflict: the writer who was first may have carried out this very command.
      const { revision, last } = loaded.right
      const before = cause && revision >= 0 ? await carriedOutBefore(desk)(address, cause, last) : undefined
      if (before !== undefined) return E.right(before)
      const decided = aggregate.decide(command)(loaded.right.state)
      if (decided._tag === 'Left') return E.left(refused(decided.left))
      const handled = await appendDecided(desk)(aggregate, address, cause)(loaded.right, decided.right)()
      if (handled._tag === 'Right' || handled.left._tag !== 'Conflict' || attempt === attempts) return handled
    }
  }
