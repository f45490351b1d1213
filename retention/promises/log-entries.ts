import type { AnyEvent } from '../../domain/event/define-event'
import type { EventMetadata } from '../../domain/event/domain-event'
import { scopeClasses, type ScopeClass } from '../../domain/event/scope-class'
import { ScopeId } from '../../domain/values/ids'
import { listKindsOfData, type KindOfDataName } from './kinds-of-data'
import { shownValuesOfPart, singleValuesOf, type LogValue } from './values-of-part'

/** An event on a borrower, as far as it is about one kind of data and the reader may see it. */
export interface LogEntry {
  /** The type of the event; null where it would tell when staff changed an internal note. */
  readonly event: string | null
  /** The day (circulation) or the month (persons) of recording. */
  readonly recorded: string | null
  /** The loan, the fee, the version of contact details, ... that it is about. */
  readonly record: string | null
  readonly values: ReadonlyArray<LogValue>
}

export type LogEntriesByKind = ReadonlyMap<KindOfDataName, ReadonlyArray<LogEntry>>

type EventOnBorrower = Pick<AnyEvent, 'type' | 'open' | 'sealed'> & {
  readonly metadata: Pick<EventMetadata, 'recorded'>
}
type IsShown = (kind: KindOfDataName) => boolean
type KindEntry = readonly [KindOfDataName, LogEntry]

/** Staff write the note to a borrower together with the internal one: that there is an event, and when, tells of both. */
const eventsOfNotes: ReadonlySet<string> = new Set(['NotesWritten', 'NotesReplaced', 'NotesRemoved'])

/** Members that name a day of forgetting: under a legal hold that may not be told, none is named. */
const membersOfForgetting: ReadonlySet<string> = new Set(['latestEnd', 'lapsesIn'])

/** What the open part says, but ids: that of the record stands in the entry, and the others join nothing that is shown. */
const openValuesOf = ({ open }: EventOnBorrower): ReadonlyArray<LogValue> =>
  singleValuesOf(open, '').filter(({ member, value }) => !ScopeId.is(value) && !membersOfForgetting.has(member))

const classesInOpenPart = ({ open }: EventOnBorrower): ReadonlyArray<ScopeClass> => {
  const named = scopeClasses.filter((name) => typeof open[name] === 'string')
  const ofRecords = named.filter((name) => name !== 'borrower')
  return ofRecords.length === 0 ? named : ofRecords
}

/** The classes that an event is about: those of its sealed parts, or the record that its open part names. */
const classesOf = (event: EventOnBorrower): ReadonlyArray<ScopeClass> => {
  const sealed = Object.keys(event.sealed) as ReadonlyArray<ScopeClass>
  return sealed.length === 0 ? classesInOpenPart(event) : sealed
}

/** The first kind of data of a class that the reader may see: what an event says openly of a record belongs there. */
const firstShownKindOf = (isShown: IsShown, name: ScopeClass): KindOfDataName | undefined =>
  listKindsOfData().find(([kind, { fields }]) => isShown(kind) && fields.some((field) => field.class === name))?.[0]

const entriesOfNote = (shown: ReadonlyMap<KindOfDataName, ReadonlyArray<LogValue>>): ReadonlyArray<KindEntry> =>
  [...shown].map(([kind, values]) => [kind, { event: null, recorded: null, record: null, values }])

const entriesOfClass =
  (isShown: IsShown, event: EventOnBorrower) =>
  (name: ScopeClass): ReadonlyArray<KindEntry> => {
    const part = event.sealed[name]
    const shown = shownValuesOfPart(isShown)(name, part?._tag === 'Plain' ? (part.value as object) : {})
    if (eventsOfNotes.has(event.type)) return entriesOfNote(shown)
    const about = { event: event.type, recorded: event.metadata.recorded, record: String(event.open[name]) }
    const open = openValuesOf(event)
    const kind = firstShownKindOf(isShown, name)
    return shown.size > 0 || kind === undefined
      ? [...shown].map(([of, values]) => [of, { ...about, values: [...open, ...values] }])
      : [[kind, { ...about, values: open }]]
  }

/** The records whose sealed parts are erased. */
const forgottenRecordsIn = (events: ReadonlyArray<EventOnBorrower>): ReadonlySet<unknown> =>
  new Set(
    events.flatMap(({ open, sealed }) =>
      Object.entries(sealed).flatMap(([name, part]) => (part?._tag === 'Erased' ? [open[name]] : [])),
    ),
  )

const withoutRepeats = (entries: ReadonlyArray<LogEntry>): ReadonlyArray<LogEntry> => {
  const texts = entries.map((entry) => JSON.stringify(entry))
  return entries.filter(({ event }, at) => event !== null || texts.indexOf(texts[at] ?? '') === at)
}

/**
 * The events on a borrower by kind of data, with all their values that a reader may see: also of what was replaced and
 * waits for its erasure. What is about a forgotten record is left out. `isShown`: whether the reader may see a kind.
 */
export const logEntriesByKind =
  (isShown: IsShown) =>
  (events: ReadonlyArray<EventOnBorrower>): LogEntriesByKind => {
    const forgotten = forgottenRecordsIn(events)
    const byKind = new Map<KindOfDataName, LogEntry[]>()
    for (const event of events)
      for (const name of classesOf(event).filter((each) => !forgotten.has(event.open[each])))
        for (const [kind, entry] of entriesOfClass(isShown, event)(name))
          byKind.set(kind, [...(byKind.get(kind) ?? []), entry])
    return new Map([...byKind].map(([kind, entries]) => [kind, withoutRepeats(entries)]))
  }
