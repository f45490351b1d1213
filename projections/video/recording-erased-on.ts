import { lastDayOfFootage } from '../../domain/policy/video-policy'
import type { ScopeId } from '../../domain/values/ids'
import { laterDayOf, type Day } from '../../domain/values/day'
import { lastClosedDay } from '../calendar/calendar-queries'
import { endDayOfLegalHold, isLegalHoldStanding } from '../legal-holds/legal-hold-queries'
import { legalHoldsTable } from '../legal-holds/legal-holds-table'
import type { ReadModelRows } from '../read-model/read-model-rows'
import type { RecordingRow } from './video-tables'

/** The day with whose closing a recording is erased: its 29th after the recording, or the end of a hold on it. */
export const recordingErasedOn =
  ({ footage, day }: Pick<RecordingRow, 'footage' | 'day'>) =>
  (rows: ReadModelRows): Day =>
    rows
      .find(legalHoldsTable, { where: { scope: footage as string as ScopeId } })
      .filter(isLegalHoldStanding(lastClosedDay(rows)))
      .map(endDayOfLegalHold)
      .reduce((one, other) => laterDayOf(one)(other), lastDayOfFootage(day))
