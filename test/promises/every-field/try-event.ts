import type { DomainEvent } from '../../../domain/event/domain-event'
import { contentOfField } from './canary-of-codec'
import type { EventToTry } from './events-to-try'
import type { LibraryAfterEvents } from './export-of-borrower'
import { fieldsNotGiven } from './fields-not-given'
import { fieldsOfEvent, nameOfField, type EventField } from './fields-of-event'
import type { EventsInLogs } from './logs-of-history'
import { plantInEvent, valueOfField } from './plant-in-event'

/** What is planted in a field, or stands there anyway. */
interface FieldValue {
  readonly name: string
  readonly value: unknown
}

/** An event with a canary in each field that takes one. */
interface PlantedEvent {
  readonly event: DomainEvent
  readonly canaries: ReadonlyArray<FieldValue>
  readonly ids: ReadonlyArray<FieldValue>
  /** The fields of a few choices, each with a choice that the event does not have. */
  readonly choices: ReadonlyArray<{ readonly name: string; readonly field: EventField; readonly other: unknown }>
}

export const isNotGiven = (name: string): boolean => fieldsNotGiven.some(({ fields }) => fields.test(name))

const isWithheld = (name: string): boolean =>
  fieldsNotGiven.some(({ fields, mayBeGiven }) => mayBeGiven !== true && fields.test(name))

/** Random ids in an open part say nothing: that of the record stands in its entry, and the others join nothing. */
const isRandomIdInOpenPart = (name: string, value: unknown): boolean =>
  name.includes('.open.') && /^[0-9a-f]{8}-/.test(String(value))

type OpenLibrary = (events: EventsInLogs) => LibraryAfterEvents

let planted = 0

const plantCanaries = ({ definition, event }: EventToTry): PlantedEvent => {
  const [canaries, ids, choices] = [
    new Array<FieldValue>(),
    new Array<FieldValue>(),
    new Array<PlantedEvent['choices'][number]>(),
  ]
  let last: DomainEvent = event
  for (const field of fieldsOfEvent(definition)(event)) {
    const [name, own] = [nameOfField(event, field), valueOfField(event, field)]
    const content = contentOfField(field.codec, (planted += 1))
    if (content._tag === 'Canary') {
      last = plantInEvent(last, field, content.value)
      canaries.push({ name, value: content.value })
    } else if (content._tag === 'Id') {
      if (own !== null && own !== undefined && !isRandomIdInOpenPart(name, own)) ids.push({ name, value: own })
    } else
      for (const other of content.values.filter((value) => value !== own).slice(0, 1))
        choices.push({ name, field, other })
  }
  return { event: last, canaries, ids, choices }
}

const exportsAfter = async (
  openLibrary: OpenLibrary,
  { borrower, others, withEvent }: EventToTry,
  event: DomainEvent,
) => {
  const library = openLibrary(withEvent(event))
  const own = (await library.exportOf(borrower)) ?? ''
  const ofOthers = await Promise.all(others.map(library.exportOf))
  library.close()
  return { own, ofOthers: ofOthers.join('\n') }
}

const has = (text: string, { value }: FieldValue): boolean => text.includes(JSON.stringify(value))

/** What is wrong with the exports after an event: of its borrower, and of everybody else. */
export const findingsOfEvent =
  (openLibrary: OpenLibrary) =>
  async (toTry: EventToTry): Promise<ReadonlyArray<string>> => {
    const { event, canaries, ids, choices } = plantCanaries(toTry)
    const { own, ofOthers } = await exportsAfter(openLibrary, toTry, event)
    const given = (values: ReadonlyArray<FieldValue>) => values.filter(({ name }) => !isNotGiven(name))
    const findings = [
      ...given([...canaries, ...ids]).flatMap((one) => (has(own, one) ? [] : [`${one.name} is not in the export`])),
      ...canaries.flatMap((one) => (isWithheld(one.name) && has(own, one) ? [`${one.name} is in the export`] : [])),
      ...canaries.flatMap((one) => (has(ofOthers, one) ? [`${one.name} is in the export of somebody else`] : [])),
    ]
    for (const { name, field, other } of choices) {
      const changed = (await exportsAfter(openLibrary, toTry, plantInEvent(event, field, other))).own !== own
      if (changed ? isWithheld(name) : !isNotGiven(name))
        findings.push(`${name} ${changed ? 'is' : 'is not'} in the export`)
    }
    return findings
  }
