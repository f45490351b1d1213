import { createHash } from 'node:crypto'
import type { RecordedEvent } from '../../../domain/ports/event-store'

type DigestedEvent = Omit<RecordedEvent, 'stream' | 'revision' | 'position'>

/** A digest of the stored bytes of an event, and of what is wrong with its code. */
export const digestOfStoredEventWithFault = ({
  id,
  type,
  version,
  recorded,
  open,
  sealed,
  code,
  codeFault,
}: DigestedEvent): string =>
  createHash('sha256')
    .update(JSON.stringify([id, type, version, recorded, open, ...(codeFault === undefined ? [] : [codeFault])]))
    .update(sealed)
    .update(code ?? '')
    .digest('base64')
