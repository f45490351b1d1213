import * as E from 'fp-ts/Either'
import { decodeSealed, type Table } from '../../../domain/event/decode'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { LogName, StreamName } from '../../../domain/event/stream'
import { placeOf, shut, type Shut } from '../../../domain/command-handling/remember'
import type { EventStore } from '../../../domain/ports/event-store'
import type { Keys, Opened, Part } from '../../../domain/ports/keys'
import type { ShownEvent } from '../../processes/running/show'

/** Counted for a month's statistics and read by nobody: beside what is open it would outlive the loan it is made from. */
const isForCountingAlone = (part: Part): boolean => part.class === 'statistics'

/** The hash of a PIN is shown to nobody; whether there is one, is. */
const withoutPin = (name: ScopeClass, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'pin' in value && value.pin !== null
    ? { ...value, pin: { withheld: name } }
    : value

const staffSee = (table: Table, { stored }: Shut, part: Part, opened: Opened | undefined): unknown => {
  if (isForCountingAlone(part)) return { withheld: part.class }
  if (opened === undefined) return 'unavailable'
  if (opened._tag !== 'Plain') return { [opened._tag.toLowerCase()]: true }
  const known = decodeSealed(table)(stored.type, stored.version, part.class, opened.value)
  return E.isRight(known) ? withoutPin(part.class, known.right) : { corrupt: true }
}

const shown = (table: Table, event: Shut, opened: ReadonlyArray<Opened>): ShownEvent => {
  const { stored, open, parts } = event
  const each = <A>(view: (part: Part, index: number) => A) =>
    Object.fromEntries(parts.map((part, index) => [part.class, view(part, index)]))
  return {
    revision: stored.revision,
    type: stored.type,
    recorded: stored.recorded,
    stored: { open, sealed: each(() => `${String(stored.sealed.length)} bytes sealed`) },
    staff: { ...open, ...each((part, index) => staffSee(table, event, part, opened[index])) },
    forgotten: open,
  }
}

/** A stream event by event, in three views. */
export const showStream =
  (stores: Readonly<Record<LogName, Pick<EventStore, 'readStream'>>>, table: Table, keys: Pick<Keys, 'open'>) =>
  async (log: LogName, stream: StreamName): Promise<ReadonlyArray<ShownEvent>> => {
    const events: ShownEvent[] = []
    for await (const page of stores[log].readStream(stream, { direction: 'forwards' }))
      for (const stored of page) {
        const event = shut(table)(log)(stored)
        if (E.isLeft(event)) continue
        const { right } = event
        const opened = right.parts.length === 0 ? [] : await keys.open(placeOf(right), stored.sealed, right.parts)()
        events.push(shown(table, right, opened))
      }
    return events
  }
