import * as E from 'fp-ts/Either'
import type { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import type { Recorded, Recording } from '../../../domain/event/domain-event'
import type { LogName } from '../../../domain/event/stream'
import type { Shut } from '../../../domain/command-handling/remember'
import type { Scope } from '../../../projections/kernel/purge'
import type { ReadModels } from '../../../projections/kernel/read-models'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import type { HeldKeys } from '../../../retention/keys/make-keys'
import type { Schedule } from '../../../retention/schedule/schedule'
import { takeInto } from '../../../retention/schedule/take'
import type { EventReader } from '../../processes/running/event-reader'
import type { Follows } from '../../processes/running/follower'
import type { Forget } from '../keeping/forgetting'

const recording = (log: LogName, { stored }: Shut): Recording => ({
  log,
  stream: stored.stream,
  revision: stored.revision,
  position: stored.position,
  id: stored.id,
  recorded: stored.recorded,
})

const erasedIn = (events: ReadonlyArray<Shut>): ReadonlyArray<Scope> =>
  events.flatMap(({ stored, open }) => (stored.type === 'ErasureDue' ? (open as ErasureDue['open']).scopes : []))

/**
 * The schedule reads open parts alone. It also tells the keys which of them are named: none of those is an orphan. And
 * what the log says is erased is forgotten at once, before its key is destroyed.
 */
export const scheduleFollows = (schedule: Schedule, keys: Pick<HeldKeys, 'named'>, forget: Forget): Follows => {
  const take = takeInto(schedule, deletionClasses)
  return {
    name: 'schedule',
    checkpoint: schedule.position,
    take: (log, events) => async () => {
      await schedule.settled()
      keys.named(events.flatMap(({ parts }) => parts.map(({ scope }) => scope)))
      take(
        log,
        events.map((event) => ({ type: event.stored.type, open: event.open, at: recording(log, event) })),
      )
      const erased = erasedIn(events)
      if (erased.length > 0) forget(erased)
      return E.right(undefined)
    },
  }
}

/** The read models open what can be opened, and fold it. */
export const viewsFollow = (views: ReadModels, { open }: Pick<EventReader, 'open'>): Follows => ({
  name: 'read models',
  checkpoint: views.checkpoint,
  take: (_log, events) => async () => {
    const known: Recorded[] = []
    for (const event of events) {
      const read = await open(event)()
      if (E.isLeft(read)) return read
      known.push(read.right)
    }
    await views.settled()
    const taken = views.take(known)
    return E.isLeft(taken) ? E.left({ _tag: 'Unavailable', reason: taken.left.reason }) : taken
  },
})
