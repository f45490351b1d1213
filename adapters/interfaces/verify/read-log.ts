import { createHash } from 'node:crypto'
import { leafRecordOf, parseEventLine, type ExportedEvent, type LogName } from './exported-event'
import { exportFileOfLog, linesOfFile } from './export-folder'
import type { LogExtent } from './living-scopes'
import { createHashList, hashLeaf } from './merkle-tree'
import { readOpenPart, type OpenPartOfEvent } from './open-part-of-event'

/** An event by its number in the log, from 1. The rest is null when its line cannot be read. */
export interface EventPlace {
  readonly event: number
  readonly stream: string | null
  readonly revision: number | null
  readonly type: string | null
  readonly recorded: string | null
}

/**
 * What is wrong with an event by itself:
 * - `notAnEvent`: its line is not one that an export writes.
 * - `unreadable`: its open part cannot be read, so it names no scope and starts no clock.
 * - `revisionMissing`: the events of its stream before it are not all there.
 * - `revisionRepeated`: an event of its stream before it has its revision, or a later one.
 */
export interface EventFinding extends EventPlace {
  readonly log: LogName
  readonly problem: 'notAnEvent' | 'unreadable' | 'revisionMissing' | 'revisionRepeated'
}

/** A log of an export that was read from end to end. */
export interface ExportedLog extends LogExtent {
  /** The hashes of the leaves, computed from the events. */
  readonly leaves: Buffer
  readonly findings: ReadonlyArray<EventFinding>
  /** What some events are, by number: the closing of a day or a month, or an event of a day or a month. */
  readonly descriptions: ReadonlyMap<number, string>
}

const placeOf = (number: number, event: ExportedEvent | undefined): EventPlace => ({
  event: number,
  stream: event?.stream ?? null,
  revision: event?.revision ?? null,
  type: event?.type ?? null,
  recorded: event?.recorded ?? null,
})

const descriptionOf = ({ type, recorded }: ExportedEvent, part: OpenPartOfEvent | undefined): string => {
  const closed = type === 'DayClosed' || type === 'MonthClosed' ? part?.open : undefined
  const date = closed?.['day'] ?? closed?.['month']
  return typeof date === 'string' ? `the closing of ${date}` : `an event of ${recorded}`
}

/**
 * Reads a log of an export. `apply` gets each event with a readable open part, and answers whether it has what is read of
 * it. `described` are the numbers of the events of which a description is wanted. `reportRead` gets how many events are read.
 */
export const readLog = async (
  folder: string,
  log: LogName,
  described: ReadonlySet<number>,
  apply: (part: OpenPartOfEvent, number: number) => boolean,
  reportRead: (events: number) => void,
): Promise<ExportedLog> => {
  const leaves = createHashList()
  const digest = createHash('sha256')
  const findings: EventFinding[] = []
  const descriptions = new Map<number, string>()
  const lastRevisions = new Map<string, number>()
  let number = 0
  for await (const line of linesOfFile(exportFileOfLog(folder, log))) {
    number += 1
    reportRead(number)
    digest.update(line).update('\n')
    const event = parseEventLine(line.toString('utf8'))
    const report = (problem: EventFinding['problem']): void =>
      void findings.push({ log, ...placeOf(number, event), problem })
    // A line that is no event has no leaf. What stands in its place is the hash of no record.
    leaves.add(event === undefined ? createHash('sha256').update(line).digest() : hashLeaf(leafRecordOf(log, event)))
    if (event === undefined) {
      report('notAnEvent')
      continue
    }
    const last = lastRevisions.get(event.stream) ?? -1
    if (event.revision > last + 1) report('revisionMissing')
    if (event.revision <= last) report('revisionRepeated')
    lastRevisions.set(event.stream, Math.max(last, event.revision))
    const part = readOpenPart(event)
    if (described.has(number)) descriptions.set(number, descriptionOf(event, part))
    if (part === undefined || !apply(part, number)) report('unreadable')
  }
  return { events: number, sha256: digest.digest('hex'), leaves: leaves.all(), findings, descriptions }
}

/** Reads which events stand at some numbers. */
export const readPlaces = async (
  folder: string,
  log: LogName,
  numbers: ReadonlySet<number>,
): Promise<ReadonlyMap<number, EventPlace>> => {
  const places = new Map<number, EventPlace>()
  if (numbers.size === 0) return places
  let number = 0
  for await (const line of linesOfFile(exportFileOfLog(folder, log))) {
    number += 1
    if (numbers.has(number)) places.set(number, placeOf(number, parseEventLine(line.toString('utf8'))))
  }
  return places
}
