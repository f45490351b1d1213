import type { LogName } from '../../../../domain/event/stream'
import type { Due } from '../../../../retention/schedule/due'
import { clockOf, type ScheduledScope } from '../../../../retention/schedule/scheduled-scope'

/** The earliest day or month on which anything is due, for each log and kind of due: where nothing is, no query is asked. */
export interface EarliestDue {
  /** Whether anything may be due up to a day or month, inclusive. */
  readonly mayBeDue: (log: LogName, by: Due['by'], last: string) => boolean
  /** A scope has been written. */
  readonly written: (scope: ScheduledScope) => void
  /** Scopes have gone, or what was written was undone. */
  readonly clear: () => void
}

const never = '~'

/** `find` answers the earliest one from the file, if there is any. */
export const earliestDue = (find: (log: LogName, by: Due['by']) => string | null | undefined): EarliestDue => {
  const known = new Map<string, string>()
  const keyOf = (log: LogName, by: Due['by']): string => `${log} ${by}`
  const look = (log: LogName, by: Due['by']): string => {
    const earliest = find(log, by) ?? never
    known.set(keyOf(log, by), earliest)
    return earliest
  }
  return {
    mayBeDue: (log, by, last) => (known.get(keyOf(log, by)) ?? look(log, by)) <= last,
    written: (scope) => {
      const due = clockOf(scope)?.due
      if (due === undefined) return
      const key = keyOf(scope.log, due.by)
      if (due.on < (known.get(key) ?? '')) known.set(key, due.on)
    },
    clear: () => known.clear(),
  }
}
