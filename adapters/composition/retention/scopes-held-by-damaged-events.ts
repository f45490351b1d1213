import type { ScopeId } from '../../../domain/values/ids'
import type { Schedule } from '../../../retention/schedule/schedule'
import { effectiveDeletionClock } from '../../../retention/schedule/scheduled-scope'
import type { DamagedEvent } from '../../processes/damage/damaged-event-registry'

const scopesOfEvent = (schedule: Pick<Schedule, 'findScope'>, { found }: DamagedEvent): ReadonlyArray<ScopeId> =>
  (found?.scopes ?? []).filter((scope) => {
    const row = schedule.findScope(scope)
    if (row === undefined) return false
    return found?.key === 'fenced' || effectiveDeletionClock(row)?.trigger === found?.id
  })

/**
 * The scopes that would be erased because of a damaged event: the event started their clock. Also those whose key was
 * fenced by an erasure that the log does not tell any more: a second erasure would give them a second certificate.
 */
export const scopesHeldByDamagedEvents = (
  schedule: Pick<Schedule, 'findScope'>,
  damaged: ReadonlyArray<DamagedEvent>,
): ReadonlySet<ScopeId> => new Set(damaged.flatMap((event) => scopesOfEvent(schedule, event)))
