import type { LogName } from '../../../../domain/event/stream'
import type { RecordedEvent } from '../../../../domain/ports/event-store'

/** The closing of a day (*circulation*) or of a month (*persons*), and the size of the tree that ends with its event. */
export interface ClosingOfTree {
  /** The day or the month. */
  readonly closed: string
  readonly size: number
}

const typeOfClosing: Readonly<Record<LogName, string>> = { circulation: 'DayClosed', persons: 'MonthClosed' }

/** The day or month that an event closes; undefined for every other event. */
export const closedBy = (log: LogName, { type, stream }: Pick<RecordedEvent, 'type' | 'stream'>): string | undefined =>
  type === typeOfClosing[log] ? stream.slice(stream.indexOf('-') + 1) : undefined
