import { StreamName } from '../../../../../domain/event/stream'
import type { ExpectedRevision, InvalidAppend, StoredEvent } from '../../../../../domain/ports/event-store'
import { validateAppend } from '../../validate-append'
import { invalidAppend } from '../../invalid-append'
import type { EncodedEvent } from './batch-append-messages-of'

/** The server's limit for one append: 1 MiB in the data and metadata of all its events. */
const maxAppendBytes = 1024 * 1024
const nilUuid = '00000000-0000-0000-0000-000000000000'
const maxUint32 = 0xffffffff

const isEncodable = ({ version, recorded }: StoredEvent): boolean =>
  Number.isInteger(version) && version >= 0 && version <= maxUint32 && Buffer.byteLength(recorded) <= 255

/** Finds what the server would refuse or misread, before anything is sent. */
export const validateKurrentAppend = (
  stream: StreamName,
  expected: ExpectedRevision,
  events: ReadonlyArray<StoredEvent>,
): InvalidAppend | undefined => {
  const invalid = validateAppend(expected, events)
  if (invalid !== undefined) return invalid
  if (!StreamName.is(stream)) return invalidAppend('the name is not the name of a stream')
  if (events.some(({ id }) => id === nilUuid)) return invalidAppend('the id of an event is all zeros')
  if (events.some(({ type }) => type === '' || type.startsWith('$')))
    return invalidAppend('the type of an event is empty or begins with a dollar sign')
  return events.every(isEncodable) ? undefined : invalidAppend('the version or the day of an event cannot be encoded')
}

/** Checks the size of the encoded events. */
export const validateAppendSize = (events: ReadonlyArray<EncodedEvent>): InvalidAppend | undefined =>
  events.reduce((sum, { data, type, code }) => sum + data.length + 2 * type.length + (code?.length ?? 0), 0) >
  maxAppendBytes
    ? invalidAppend('the events of the append are larger than 1 MiB together')
    : undefined
