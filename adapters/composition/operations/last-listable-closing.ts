import { streamNameOf } from '../../../domain/event/stream'
import type { EventStore, Position } from '../../../domain/ports/event-store'
import type { Month } from '../../../domain/values/month'
import { closedMonths } from '../../../projections/calendar/calendar-queries'
import type { LibraryStores } from '../stores/library-stores'

/** A closing of a month in *persons*. */
interface MonthClosing {
  readonly month: Month
  readonly position: Position
}

/** Where a month of *persons* was closed; undefined when its event is not in the log. */
export const positionOfPersonsMonthClosing = async (
  persons: Pick<EventStore, 'readStream'>,
  month: Month,
): Promise<Position | undefined> => {
  for await (const page of persons.readStream(streamNameOf('month')(month), { direction: 'backwards', limit: 1 }))
    return page[0]?.position
  return undefined
}

/**
 * The last closing in *persons* as of which the log may be listed: what is listed earlier than its month is shuffled would
 * keep the order of writing for ever. Undefined while there is none.
 */
export const lastListableClosing = async ({
  logs: { persons },
  readModels,
}: Pick<LibraryStores, 'logs' | 'readModels'>): Promise<MonthClosing | undefined> => {
  const listedUpTo = persons.shuffling === undefined ? undefined : ((await persons.shuffling.shuffledBefore()) ?? '')
  for (const month of closedMonths('persons')(readModels.rows)) {
    const position = await positionOfPersonsMonthClosing(persons, month)
    if (position !== undefined && (listedUpTo === undefined || position <= listedUpTo)) return { month, position }
  }
  return undefined
}
