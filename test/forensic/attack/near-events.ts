import { addDays, type Day } from '../../../domain/values/day'
import type { StoredLogEvent } from '../stored-events'

/** The events of *circulation* of a day and the next one: those that an attacker tries as effects of an event. */
export interface NearEvents {
  /** By their ids without the digits of version and variant. */
  readonly byId: ReadonlyMap<string, StoredLogEvent>
  /** Their streams by category. */
  readonly streams: ReadonlyMap<string, ReadonlyArray<string>>
}

/** A UUID without the digits of version and variant. */
export const withoutVersionDigits = (hex: string): string => {
  const digits = hex.replaceAll('-', '').slice(0, 32)
  return digits.slice(0, 12) + digits.slice(13, 16) + digits.slice(17)
}

const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'))

const gather = (near: ReadonlyArray<StoredLogEvent>): NearEvents => ({
  byId: new Map(near.map((event) => [withoutVersionDigits(event.id), event])),
  streams: Map.groupBy(new Set(near.map(({ stream }) => stream)), categoryOf),
})

/** Finds the events near a day. What it gathers of a day is kept, because a day has many causes. */
export const makeNearEventsOf = (events: ReadonlyArray<StoredLogEvent>): ((recorded: string) => NearEvents) => {
  const circulation = events.filter(({ log }) => log === 'circulation')
  const byDay = Map.groupBy(circulation, ({ recorded }) => recorded)
  const gathered = new Map<string, NearEvents>()
  return (recorded) => {
    const known = gathered.get(recorded)
    if (known !== undefined) return known
    const near = gather([recorded, addDays(1)(recorded as Day)].flatMap((day) => byDay.get(day) ?? []))
    gathered.set(recorded, near)
    return near
  }
}
