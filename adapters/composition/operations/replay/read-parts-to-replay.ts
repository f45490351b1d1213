import * as E from 'fp-ts/Either'
import type { SealedEvent } from '../../../../domain/command-handling/open-event'
import { decodeSealedPart } from '../../../../domain/event/decode-event-parts'
import type { OpenedPart, PartScope } from '../../../../domain/ports/scope-keys'
import type { PartToReplay } from '../../../../domain/replay/event-to-replay'
import type { ReplayedPart, UnreadValue } from '../../../../domain/replay/replayed-value'
import type { ClassesOpened } from '../../../processes/running-library/replay-operations'
import { withoutSecrets } from '../withheld-from-staff'
import { openPartsForReader, type PartReading } from './open-parts-for-reader'
import { damagedPart, erasedPart, unavailablePart } from './why-unopened'

const toReplayedPart = (
  reading: PartReading,
  { stored }: SealedEvent,
  part: PartScope,
  read: OpenedPart | UnreadValue,
): ReplayedPart => {
  if ('status' in read) return read
  if (read._tag === 'Erased') return erasedPart(reading, part)
  if (read._tag === 'Unavailable') return unavailablePart(part, read.reason)
  if (read._tag === 'Corrupt') return damagedPart(part, read.reason)
  const decoded = decodeSealedPart(reading.eventTable)(stored.type, stored.version, part.class, read.value)
  return E.isLeft(decoded)
    ? damagedPart(part, decoded.left.reason)
    : { status: 'plain', class: part.class, value: withoutSecrets(part.class, decoded.right) }
}

/** The sealed parts of an event, as a reader of a replay gets them. */
export const readPartsToReplay =
  (reading: PartReading, opened: ClassesOpened) =>
  async (event: SealedEvent): Promise<ReadonlyArray<PartToReplay>> => {
    const read = await openPartsForReader(reading, opened)(event)
    return event.parts.flatMap((part, index) => {
      const found = read[index]
      return found === undefined ? [] : [{ ...toReplayedPart(reading, event, part, found), scope: part.scope }]
    })
  }
