import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { PageVisitCountId } from '../../values/ids'
import { PageVisits } from '../server-log-line'

/** A day's closing counted the visits of pages on the day. `counts`: what the processes had counted, by random ids. */
export const PageVisitsCounted = defineEvent('PageVisitsCounted', 1, {
  open: { day: Day, counts: t.readonlyArray(PageVisitCountId), pages: t.readonlyArray(PageVisits) },
  sealed: {},
})
export type PageVisitsCounted = EventOf<typeof PageVisitsCounted>
