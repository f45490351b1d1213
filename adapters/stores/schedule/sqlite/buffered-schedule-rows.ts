import type { ScopeId } from '../../../../domain/values/ids'
import type { ScheduleRowStore } from '../../../../retention/schedule/apply-schedule-change'
import type { ScheduledScope } from '../../../../retention/schedule/scheduled-scope'

interface BufferedScheduleRows extends ScheduleRowStore {
  /** Writes the buffered rows. */
  readonly flush: () => void
}

/** Buffers rows in memory, so that a scope with many changes is written once. */
export const createBufferedScheduleRows = (rows: ScheduleRowStore): BufferedScheduleRows => {
  const buffered = new Map<ScopeId, ScheduledScope>()
  const flush = (): void => {
    for (const row of buffered.values()) rows.put(row)
    buffered.clear()
  }
  return {
    ...rows,
    get: (scope) => buffered.get(scope) ?? rows.get(scope),
    put: (row) => void buffered.set(row.scope, row),
    certifyRun: (run, certificate) => {
      flush()
      rows.certifyRun(run, certificate)
    },
    flush,
  }
}
