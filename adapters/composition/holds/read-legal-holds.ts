import { latestLastDayOfLegalHold } from '../../../domain/hold/longest-legal-hold'
import { categoryOfStream } from '../../../domain/event/stream'
import { addDays, Day } from '../../../domain/values/day'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { ScopeId } from '../../../domain/values/ids'
import { endDayOfLegalHold, isLegalHoldStanding, legalHolds } from '../../../projections/legal-holds/legal-hold-queries'
import type { LegalHoldRow } from '../../../projections/legal-holds/legal-holds-table'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { LegalHolds } from '../../../retention/guards/legal-holds'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { LibraryStores } from '../stores/library-stores'
import type { DamagedEvent, DamagedEventRegistry } from '../../processes/damage/damaged-event-registry'

interface LegalHoldSources {
  readonly rows: ReadModelRows
  readonly schedule: Pick<Schedule, 'isEnded' | 'lastClosing'>
  readonly damagedEvents: Pick<DamagedEventRegistry, 'list'>
  readonly today: () => Day
}

const scopesOf = ({ hold, scope, borrower }: LegalHoldRow): ReadonlyArray<ScopeId> =>
  [hold, scope, borrower].map((id) => id as string as ScopeId)

const holdOfStream = ({ stream }: DamagedEvent): ScopeId => stream.slice('hold-'.length) as ScopeId

/**
 * The latest end of a hold whose event cannot be read: its last day may have been changed, so it counts from the day of
 * recording. Undefined when this cannot be read either.
 */
const latestEnd = ({ found }: DamagedEvent): Day | undefined =>
  Day.is(found?.recorded) ? latestLastDayOfLegalHold(found.recorded) : undefined

/** Whether a damaged event may be that of a hold that stands. */
const mayHold =
  (schedule: LegalHoldSources['schedule'], lastClosed: string | undefined) =>
  (event: DamagedEvent): boolean => {
    if (event.log !== 'circulation' || categoryOfStream(event.stream) !== 'hold') return false
    if (schedule.isEnded(holdOfStream(event))) return false
    const end = latestEnd(event)
    return end === undefined || lastClosed === undefined || lastClosed < end
  }

/**
 * Reads the legal holds; call it when the read models have read both logs. A hold stands until the day of its end is
 * closed. A hold that cannot be read counts as one that may name anything, as long as the longest hold lasts.
 */
export const readLegalHolds = ({ rows, schedule, damagedEvents, today }: LegalHoldSources): LegalHolds => {
  const lastClosed = schedule.lastClosing('circulation', 'day')?.on
  const holds = legalHolds(rows)
  const standing = holds.filter(isLegalHoldStanding(lastClosed))
  const yesterday = addDays(-1)(today())
  const endedLately = holds.filter((hold) => !standing.includes(hold) && endDayOfLegalHold(hold) >= yesterday)
  const damaged = damagedEvents.list().filter(mayHold(schedule, lastClosed))
  return {
    count: standing.length,
    scopes: new Set(standing.flatMap(scopesOf)),
    endedLately: new Set(endedLately.flatMap(scopesOf)),
    unreadable: new Set(damaged.map(({ stream }) => stream)).size,
  }
}

/** Reads the legal holds of an opened library. */
export const legalHoldsOfLibrary = ({
  stores: { readModels, schedule },
  damagedEvents,
  clock,
}: {
  readonly stores: Pick<LibraryStores, 'readModels' | 'schedule'>
  readonly damagedEvents: LegalHoldSources['damagedEvents']
  readonly clock: LibraryClock
}): LegalHolds => readLegalHolds({ rows: readModels.rows, schedule, damagedEvents, today: clock.today })
