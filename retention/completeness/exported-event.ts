import { canonicalJson } from '../../domain/event/canonical-json'
import type { RecordedEvent } from '../../domain/ports/event-store'
import { digestsOfEvent } from '../transparency/leaf-record'

/**
 * The line of an event, with its line feed: canonical JSON, so that equal logs give equal bytes. It has the open part as it
 * is stored, and of the code and the sealed parts only the digests that stand in the record of its leaf. So an export holds
 * nothing that a key could open, and whoever has it computes the tree of the log.
 */
const exportLineOf = (event: RecordedEvent): string => {
  const { stream, revision, id, type, version, recorded, open } = event
  return `${canonicalJson({ stream, revision, id, type, version, recorded, open, ...digestsOfEvent(event) })}\n`
}

/** An event, and its line in an export. */
export interface EventWithExportLine {
  readonly stored: RecordedEvent
  /** With its line feed. */
  readonly line: string
}

export const eventWithExportLine = (stored: RecordedEvent): EventWithExportLine => ({
  stored,
  line: exportLineOf(stored),
})
