import type { EventType } from '../../domain/event/domain-event'
import type { LogName } from '../../domain/event/stream'
import type { Month } from '../../domain/values/month'
import type { OpenPartOfEvent } from '../schedule/open-part-of-event'
import { addTo, type Counts } from './counts'

/** The events that answer for rights of borrowers, recipients and looks, by the log in which they stand. */
export const countedEvents = {
  persons: [
    ...(['ErasureRequested', 'ErasureAnnounced', 'BorrowerLapsed', 'NotesRequested', 'NotesRequestAnswered'] as const),
    ...(['ContactChanged', 'IdentityChanged', 'PreferencesChanged', 'GuardianCorrected'] as const),
    ...(['HistoryConsentGiven', 'HistoryConsentWithdrawn'] as const),
  ],
  circulation: [
    ...(['HoldSet', 'HoldReleased', 'DisclosureMade', 'FootageDisclosed', 'FootageViewed', 'LiveVideoViewed'] as const),
    ...(['VideoRequestRefused', 'FeePassedOnForCollection', 'FeeRecalledFromCollection'] as const),
    ...(['AccessRecorded', 'ServerLogOpened'] as const),
  ],
} as const satisfies Readonly<Record<LogName, ReadonlyArray<EventType>>>

export type CountedEvent = (typeof countedEvents)[LogName][number]

/** How many events of each counted type were recorded in each month. */
export type EventsByMonth = Readonly<Record<CountedEvent, Counts<Month>>>

const allCounted: ReadonlyArray<CountedEvent> = [...countedEvents.persons, ...countedEvents.circulation]

/** The log in which the events of a counted type stand. */
export const logOfCountedEvent = (type: CountedEvent): LogName =>
  (countedEvents.persons as ReadonlyArray<CountedEvent>).includes(type) ? 'persons' : 'circulation'

/** Counts the events of borrowers' rights by month: never by day, since *persons* tells months alone. */
export const createMonthlyEventCounter = () => {
  const counts = Object.fromEntries(allCounted.map((type) => [type, new Map<Month, number>()])) as Record<
    CountedEvent,
    Map<Month, number>
  >
  return {
    apply: ({ type, metadata: { recorded } }: OpenPartOfEvent): void => {
      const months = (counts as Readonly<Record<string, Map<Month, number>>>)[type]
      if (months !== undefined) addTo(months, recorded.slice(0, 7) as Month)
    },
    counts: (): EventsByMonth => counts,
  }
}
