import type { EventType } from '../../domain/event/domain-event'
import type { LogName } from '../../domain/event/stream'
import type { Month } from '../../domain/values/month'
import type { OpenPartOfEvent } from '../schedule/open-part-of-event'
import { addToCount, type CountsBy } from './counts'

/** The events that answer for rights of borrowers, recipients and looks, by the log in which they stand. */
export const countedEventTypes = {
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

export type CountedEventType = (typeof countedEventTypes)[LogName][number]

/** How many events of each counted type were recorded in each month. */
export type EventsByMonth = Readonly<Record<CountedEventType, CountsBy<Month>>>

const allCountedEventTypes: ReadonlyArray<CountedEventType> = [
  ...countedEventTypes.persons,
  ...countedEventTypes.circulation,
]

/** The log in which the events of a counted type stand. */
export const logOfCountedEventType = (type: CountedEventType): LogName =>
  (countedEventTypes.persons as ReadonlyArray<CountedEventType>).includes(type) ? 'persons' : 'circulation'

/** Counts the events of borrowers' rights by month: never by day, since *persons* tells months alone. */
export const createMonthlyEventCounter = () => {
  const counts = Object.fromEntries(allCountedEventTypes.map((type) => [type, new Map<Month, number>()])) as Record<
    CountedEventType,
    Map<Month, number>
  >
  return {
    apply: ({ type, metadata: { recorded } }: OpenPartOfEvent): void => {
      const months = (counts as Readonly<Record<string, Map<Month, number>>>)[type]
      if (months !== undefined) addToCount(months, recorded.slice(0, 7) as Month)
    },
    counts: (): EventsByMonth => counts,
  }
}
