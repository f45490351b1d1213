import type { LogName } from '../../../../domain/event/stream'
import type { DueTime } from '../../../../retention/schedule/due-time'
import { effectiveDeletionClock, type ScheduledScope } from '../../../../retention/schedule/scheduled-scope'

/**
 * The earliest day or month with a due scope, for each log and kind of due time: when it is after the limit, no query is
 * needed. It may be earlier than the file's, and never later.
 */
export interface EarliestScopeDueTimes {
  /** Whether a scope may be due up to a day or month, inclusive. */
  readonly mayBeDue: (log: LogName, by: DueTime['by'], last: string) => boolean
  /** Called when a scope is written. */
  readonly scopeWritten: (scope: ScheduledScope) => void
  /** Called when scopes are deleted, or after a rollback. */
  readonly clear: () => void
}

/** After every day and month. */
const never = '~'

/** `loadEarliest` answers the earliest one in the file, if there is any. */
export const createEarliestDueTimeCache = (
  loadEarliest: (log: LogName, by: DueTime['by']) => string | null | undefined,
): EarliestScopeDueTimes => {
  const cache = new Map<string, string>()
  const keyOf = (log: LogName, by: DueTime['by']): string => `${log} ${by}`
  const load = (log: LogName, by: DueTime['by']): string => {
    const earliest = loadEarliest(log, by) ?? never
    cache.set(keyOf(log, by), earliest)
    return earliest
  }
  return {
    mayBeDue: (log, by, last) => (cache.get(keyOf(log, by)) ?? load(log, by)) <= last,
    scopeWritten: (scope) => {
      const due = effectiveDeletionClock(scope)?.due
      if (due === undefined) return
      const key = keyOf(scope.log, due.by)
      if (due.on < (cache.get(key) ?? '')) cache.set(key, due.on)
    },
    clear: () => cache.clear(),
  }
}
