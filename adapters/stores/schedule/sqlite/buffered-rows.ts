import type { ScopeId } from '../../../../domain/values/ids'
import type { ScheduleRows } from '../../../../retention/schedule/record-entry'
import type { ScheduledScope } from '../../../../retention/schedule/scheduled-scope'

export interface BufferedRows extends ScheduleRows {
  /** Writes what is still only in memory. */
  readonly flush: () => void
}

/** Keeps rows in memory until they are flushed, so that a scope touched by many entries is written once. */
export const bufferedRows = (rows: ScheduleRows): BufferedRows => {
  const written = new Map<ScopeId, ScheduledScope>()
  const flush = (): void => {
    for (const row of written.values()) rows.put(row)
    written.clear()
  }
  return {
    ...rows,
    get: (scope) => written.get(scope) ?? rows.get(scope),
    put: (row) => void written.set(row.scope, row),
    certify: (run, certificate) => {
      flush()
      rows.certify(run, certificate)
    },
    flush,
  }
}
