import * as E from 'fp-ts/Either'
import type { Day } from '../../../domain/values/day'
import { addDays } from '../../../domain/values/day'
import type { Schedule } from '../../../retention/schedule/schedule'
import { bulkOrder, type BulkOrder } from '../../stores/sqlite/bulk-order'
import { isMarkedBulk, unmarkBulk } from '../../stores/data-folder/bulk-mark'
import { keepToday } from '../../stores/data-folder/description'
import type { Layout } from '../../stores/data-folder/layout'
import type { OpenClock } from './open-clock'

/** A folder that is written in bulk: the order of its files, and its day, which is kept after them. */
export interface BulkWriting {
  readonly order: BulkOrder
  readonly keepDay: (today: Day) => void
  /** Says that the folder is whole again, if it is: call it when everything is closed. */
  readonly end: () => void
}

/** Keeps the day after the logs: while they are written it may be behind what they have closed, and never ahead. */
export const bulkWriting = (layout: Layout): BulkWriting => {
  const order = bulkOrder()
  let moved: Day | undefined
  order.afterwards(() => {
    if (moved !== undefined) keepToday(layout)(moved)
    moved = undefined
  })
  return {
    order,
    keepDay: (today) => void (moved = today),
    end: () => {
      if (E.isRight(order.flush())) unmarkBulk(layout)
    },
  }
}

/**
 * Moves the clock of a folder whose writing in bulk broke off to the day after the last that the log has closed. Call it
 * when the schedule has passed both logs' ends.
 */
export const catchUpClock = (layout: Layout, { simulated }: OpenClock, { closed }: Pick<Schedule, 'closed'>): void => {
  if (simulated === undefined || !isMarkedBulk(layout)) return
  const last = closed('circulation', 'day')?.on as Day | undefined
  if (last !== undefined && last >= simulated.today()) simulated.moveTo(addDays(1)(last))
}
