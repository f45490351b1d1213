import { createHash } from 'node:crypto'
import type { StoredEvent } from '../../../domain/ports/event-store'

/** A digest of the stored bytes of an event. */
export const digestOfEvent = ({ id, type, version, recorded, open, sealed }: StoredEvent): string =>
  createHash('sha256')
    .update(JSON.stringify([id, type, version, recorded, open]))
    .update(sealed)
    .digest('base64')
