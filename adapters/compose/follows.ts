import * as E from 'fp-ts/Either'
import type { Table } from '../../domain/event/decode'
import type { Recorded, Recording } from '../../domain/event/domain-event'
import type { LogName } from '../../domain/event/stream'
import { remember, type Shut } from '../../domain/handling/remember'
import type { ReadModels } from '../../projections/kernel/read-models'
import { deletionClasses } from '../../retention/classes/deletion-classes'
import type { HeldKeys } from '../../retention/keys/make-keys'
import type { Schedule } from '../../retention/schedule/schedule'
import { takeInto } from '../../retention/schedule/take'
import type { Follows } from '../running/follower'

const everyPart = (): boolean => true

const recording = (log: LogName, { stored }: Shut): Recording => ({
  log,
  stream: stored.stream,
  revision: stored.revision,
  position: stored.position,
  id: stored.id,
  recorded: stored.recorded,
})

/** The schedule reads open parts alone. It also tells the keys which of them are named: none of those is an orphan. */
export const scheduleFollows = (schedule: Schedule, keys: Pick<HeldKeys, 'named'>): Follows => {
  const take = takeInto(schedule, deletionClasses)
  return {
    name: 'schedule',
    checkpoint: schedule.position,
    take: (log, events) => () => {
      keys.named(events.flatMap(({ parts }) => parts.map(({ scope }) => scope)))
      take(
        log,
        events.map((event) => ({ type: event.stored.type, open: event.open, at: recording(log, event) })),
      )
      return Promise.resolve(E.right(undefined))
    },
  }
}

/** The read models open what can be opened, and fold it. */
export const viewsFollow = (views: ReadModels, table: Table, keys: Pick<HeldKeys, 'open'>): Follows => ({
  name: 'read models',
  checkpoint: views.checkpoint,
  take: (_log, events) => async () => {
    const open = remember(table, keys)(everyPart)
    const known: Recorded[] = []
    for (const event of events) {
      const read = await open(event)()
      if (E.isLeft(read)) return read
      known.push(read.right)
    }
    const taken = views.take(known)
    return E.isLeft(taken) ? E.left({ _tag: 'Unavailable', reason: taken.left.reason }) : taken
  },
})
