import type { PlacedId } from '../evidence/order-of-ids'
import type { ListedChange } from '../evidence/year-evidence'
import type { StoredLogEvent } from '../stored-events'
import { recordOfEvent } from './record-of-event'

/** What an attacker has: both logs, what copies and files tell, and the borrowers of living records (none without a key). */
export interface AttackerData {
  readonly events: ReadonlyArray<StoredLogEvent>
  readonly owners: ReadonlyMap<string, string>
  /** Figures of the copies by name: the number of the day, and the value. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<number, number>>
  readonly changes: ReadonlyArray<ListedChange>
  /** Where ids stand in the files of the stolen folder. */
  readonly places: ReadonlyMap<string, ReadonlyArray<PlacedId>>
  /** How many borrowers had been registered at a moment: what an opened backup, or a known size, tells. By what tells it. */
  readonly counts: ReadonlyMap<string, ReadonlyArray<readonly [number, number]>>
  /** Records of which nothing opens although their keys are there: their borrower was erased. */
  readonly hollow: ReadonlyArray<string>
}

/** A registration, as *persons* tells it: its month, and how much of the month's writing was before it (0 to 1). */
export interface Registration {
  readonly borrower: string
  readonly ids: ReadonlyArray<string>
  readonly month: string
  readonly shareOfRegistrations: number
  readonly shareOfChanges: number
}

/** An event of *circulation* and when it was: in days from the first one, by its place within its day. */
export interface TimedEvent {
  readonly event: StoredLogEvent
  readonly record: string | undefined
  readonly time: number
  readonly at: number
}

export interface AttackerKnowledge extends AttackerData {
  readonly circulation: ReadonlyArray<TimedEvent>
  readonly registrations: ReadonlyArray<Registration>
  /** The number of a day (text), from 0. */
  readonly numberOfDay: (day: string) => number
}

const msOfDay = 86_400_000

const timedEvents = (
  events: ReadonlyArray<StoredLogEvent>,
  numberOfDay: (day: string) => number,
): ReadonlyArray<TimedEvent> => {
  let at = 0
  return [...Map.groupBy(events, ({ recorded }) => recorded)].flatMap(([day, ofDay]) =>
    ofDay.map((event, index) => ({
      ...{ event, record: recordOfEvent(event), at: at++ },
      time: numberOfDay(day) + (index + 0.5) / ofDay.length,
    })),
  )
}

/** What is written into *persons* by the closing of a month, and tells nothing of the days before. */
const ofClosings = [
  'BorrowerSeen',
  'HistoryWritten',
  'ViewWritten',
  'BorrowerLapsed',
  'MonthClosed',
  'ErasureDue',
  'ScopesErased',
]

const registrationsIn = (persons: ReadonlyArray<StoredLogEvent>): ReadonlyArray<Registration> =>
  [...Map.groupBy(persons, ({ recorded }) => recorded)].flatMap(([month, ofMonth]) => {
    const changes = ofMonth.filter(({ type }) => !ofClosings.includes(type))
    const registered = changes.filter(({ type }) => type === 'BorrowerRegistered')
    return registered.map((event, index) => {
      const { borrower, contact, card } = event.openPart
      return {
        ...{ borrower: String(borrower), ids: [borrower, contact, card].map(String), month },
        shareOfRegistrations: (index + 0.5) / registered.length,
        shareOfChanges: (changes.indexOf(event) + 0.5) / changes.length,
      }
    })
  })

/** What an attacker makes of the data before any guess. */
export const makeKnowledge = (data: AttackerData): AttackerKnowledge => {
  const circulation = data.events.filter(({ log }) => log === 'circulation')
  const first = Date.parse(String(circulation[0]?.recorded))
  const numberOfDay = (day: string): number => Math.round((Date.parse(day) - first) / msOfDay)
  return {
    ...data,
    numberOfDay,
    circulation: timedEvents(circulation, numberOfDay),
    registrations: registrationsIn(data.events.filter(({ log }) => log === 'persons')),
  }
}

/** A forgotten loan as the log shows it. */
export interface AttackTarget {
  readonly loan: string
  readonly at: number
  readonly time: number
  readonly month: string
}

/** The forgotten loans in *circulation*. */
export const attackTargetsIn = (
  { circulation }: Pick<AttackerKnowledge, 'circulation'>,
  living: ReadonlySet<string>,
): ReadonlyArray<AttackTarget> =>
  circulation.flatMap(({ event, record, time, at }) =>
    event.type !== 'LoanStarted' || record === undefined || living.has(record)
      ? []
      : [{ loan: record, at, time, month: event.recorded.slice(0, 7) }],
  )
