import { logNames, type LogName } from '../../../domain/event/stream'
import type { Position } from '../../../domain/ports/event-store'
import type { LibraryStores } from '../stores/library-stores'

type DerivedStores = Pick<LibraryStores, 'schedule' | 'readModels'>

/** Up to where the schedule has read each log; empty at the start of a log. */
export type SchedulePositions = Readonly<Record<LogName, Position | ''>>

export const schedulePositions = ({ schedule }: Pick<DerivedStores, 'schedule'>): SchedulePositions => ({
  circulation: schedule.position('circulation') ?? '',
  persons: schedule.position('persons') ?? '',
})

/**
 * Whether the read models have folded a declaration that the schedule has refused only now: an earlier release accepted
 * every declared run, and removed the rows of its scopes. `before` is where the schedule was when the folder was opened.
 */
export const haveReadModelsFoldedRefusedErasures = (
  { schedule, readModels }: DerivedStores,
  before: SchedulePositions,
): boolean => {
  const refused = schedule.refusedRuns()
  return logNames.some((log) => {
    const folded = readModels.checkpoint(log) ?? ''
    return refused.some((run) => run.log === log && run.position > before[log] && run.position <= folded)
  })
}
