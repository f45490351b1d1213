import { createHash } from 'node:crypto'
import * as t from 'io-ts'
import { canonicalJson } from '../../domain/event/canonical-json'
import { exactRecord, nullable } from '../../domain/event/exact-record'
import { StreamName } from '../../domain/event/stream'
import type { Position, RecordedEvent } from '../../domain/ports/event-store'
import { EventId } from '../../domain/values/ids'

/**
 * An event of an export: the open part as it is stored, and of the sealed parts only a digest. So an export holds nothing
 * that a key could open.
 */
const ExportedEvent = exactRecord('ExportedEvent', {
  stream: StreamName,
  /** The index of the event in its stream, from 0. */
  revision: t.number,
  id: EventId,
  type: t.string,
  version: t.number,
  /** The day; in *persons* the month. */
  recorded: t.string,
  /** The open part: canonical JSON, as a string. */
  open: t.string,
  /** SHA-256 of all sealed bytes of the event, in hex; null when it has none. */
  sealed: nullable(t.string),
})

const digestOf = (sealed: Uint8Array): string | null =>
  sealed.length === 0 ? null : createHash('sha256').update(sealed).digest('hex')

/** The line of an event, with its line feed: canonical JSON, so that equal logs give equal bytes. */
const exportLineOf = (event: RecordedEvent): string => {
  const { stream, revision, id, type, version, recorded, open, sealed } = event
  return `${canonicalJson({ stream, revision, id, type, version, recorded, open, sealed: digestOf(sealed) })}\n`
}

/** The position of the event on a line of an export, counted from 1. */
export const positionOfExportLine = (line: number): Position => String(line).padStart(12, '0') as Position

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

/**
 * Reads the line with this number, counted from 1, without its line feed. The event has no sealed bytes. Undefined when it
 * is not a line that an export writes.
 */
export const parseExportLine = (text: string, line: number): EventWithExportLine | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    if (!ExportedEvent.is(value) || canonicalJson(value) !== text) return undefined
    const { sealed: _digest, ...event } = value
    return { stored: { ...event, sealed: new Uint8Array(0), position: positionOfExportLine(line) }, line: `${text}\n` }
  } catch {
    return undefined
  }
}
