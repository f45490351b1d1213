import { sealContextOf, type SealedEvent } from '../../../../domain/command-handling/open-event'
import type { EventTable } from '../../../../domain/event/decode-event-parts'
import type { OpenedPart, ScopeKeys } from '../../../../domain/ports/scope-keys'
import type { UnreadValue } from '../../../../domain/replay/replayed-value'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import type { ClassesOpened } from '../../../processes/running-library/replay-operations'
import { whyUnopened, type KnownWithoutKeys } from './why-unopened'

/** What tells why a part is not read, and what opens it. */
export interface PartReading extends KnownWithoutKeys {
  readonly eventTable: EventTable
  readonly keys: Pick<ScopeKeys, 'openParts'>
}

/**
 * The sealed parts of an event in its order: opened, or why not. Keys are asked for those parts alone that are opened for
 * the reader and not erased; without any, the key store is not asked.
 */
export const openPartsForReader =
  (reading: PartReading, opened: ClassesOpened) =>
  async (event: SealedEvent): Promise<ReadonlyArray<OpenedPart | UnreadValue>> => {
    const unopened = event.parts.map((part) => whyUnopened(reading, opened)(event, part))
    const toOpen = event.parts.filter((_, index) => unopened[index] === undefined)
    const answers =
      toOpen.length === 0 ? [] : await reading.keys.openParts(sealContextOf(event), event.stored.sealed, toOpen)()
    return event.parts.map(
      (part, index) => unopened[index] ?? answers[toOpen.indexOf(part)] ?? keysUnavailable('the keys did not answer'),
    )
  }
