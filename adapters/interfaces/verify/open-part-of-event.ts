import { isRecord, parseJson, type JsonRecord } from './canonical-json'
import type { Certificate, DueScope } from './certificate'
import type { DeletionClockStart } from './deletion-rules'
import { addYears, isDay, isHalfYear, isMonth } from './due-time'
import type { ExportedEvent } from './exported-event'

/** The open part of an event, with what names the event. */
export interface OpenPartOfEvent {
  readonly event: ExportedEvent
  readonly open: JsonRecord
}

/** Reads the open part. Undefined when it is no record, or the date of recording is none. */
export const readOpenPart = (event: ExportedEvent): OpenPartOfEvent | undefined => {
  const open = parseJson(event.open)
  return isRecord(open) && (isDay(event.recorded) || isMonth(event.recorded)) ? { event, open } : undefined
}

/** The id in a member; undefined when the member is null or missing: nothing is named. */
export const idIn = ({ open }: OpenPartOfEvent, member: string): string | undefined => {
  const id = open[member]
  return typeof id === 'string' ? id : undefined
}

/** The day, month or half-year in a member, or that of recording; undefined when it is none. */
export const dateIn = ({ event, open }: OpenPartOfEvent, member: string): string | undefined => {
  const date = member === 'recorded' ? event.recorded : open[member]
  return typeof date === 'string' && (isDay(date) || isMonth(date) || isHalfYear(date)) ? date : undefined
}

/** The date from which a clock counts; undefined when the event has none. */
export const dateOfClock = (
  part: OpenPartOfEvent,
  { from, inEarlierVersions }: Pick<DeletionClockStart, 'from' | 'inEarlierVersions'>,
): string | undefined => {
  if (inEarlierVersions === null || from in part.open) return dateIn(part, from)
  const earlier = dateIn(part, inEarlierVersions.from)
  return earlier === undefined ? undefined : addYears(earlier, inEarlierVersions.plusYears)
}

/** What `ErasureDue` declares. */
interface Declaration {
  readonly run: string
  readonly scopes: ReadonlyArray<DueScope>
}

const isDueScope = (value: unknown): boolean =>
  isRecord(value) && ['scope', 'class', 'trigger'].every((name) => typeof value[name] === 'string')

/** The declaration in an `ErasureDue`; undefined when it has another shape. */
export const declarationIn = ({ open }: OpenPartOfEvent): Declaration | undefined =>
  typeof open['run'] === 'string' && Array.isArray(open['scopes']) && open['scopes'].every(isDueScope)
    ? (open as object as Declaration)
    : undefined

/** The certificate in a `ScopesErased`; undefined when it has another shape. */
export const certificateIn = ({ open }: OpenPartOfEvent): Certificate | undefined =>
  ['run', 'certificate', 'statement', 'signature'].every((name) => typeof open[name] === 'string')
    ? (open as object as Certificate)
    : undefined
