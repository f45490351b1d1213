import { StreamName } from '../../../../../domain/event/stream'
import type { Expected, InvalidAppend, StoredEvent } from '../../../../../domain/ports/event-store'
import { wrongWith } from '../../check-append'
import { invalid } from '../../invalid-append'
import type { Packed } from './append-request'

/** The most that the server takes in one append: 1 MiB, in the data of all its events. */
const most = 1024 * 1024
const nil = '00000000-0000-0000-0000-000000000000'
const most32 = 0xffffffff

const isWhole = ({ version, recorded }: StoredEvent): boolean =>
  Number.isInteger(version) && version >= 0 && version <= most32 && Buffer.byteLength(recorded) <= 255

/** What the server would refuse, or would take for something else, is refused before it is sent. */
export const wrongForServer = (
  stream: StreamName,
  expected: Expected,
  events: ReadonlyArray<StoredEvent>,
): InvalidAppend | undefined => {
  const wrong = wrongWith(expected, events)
  if (wrong !== undefined) return wrong
  if (!StreamName.is(stream)) return invalid('the name is not one of a stream')
  if (events.some(({ id }) => id === nil)) return invalid('the id of an event is all zeros')
  if (events.some(({ type }) => type === '' || type.startsWith('$'))) return invalid('an event has no type of its own')
  return events.every(isWhole) ? undefined : invalid('the version or the day of an event cannot be kept')
}

/** The same, of the bytes that would be sent. */
export const tooLarge = (events: ReadonlyArray<Packed>): InvalidAppend | undefined =>
  events.reduce((sum, { data, type }) => sum + data.length + 2 * type.length, 0) > most
    ? invalid('the events of the append are larger than 1 MiB together')
    : undefined
