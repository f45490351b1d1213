import { isSqliteSystemFailure, sqliteUnavailable } from '../../stores/sqlite/sqlite-failure'
import { throwableStoreError } from '../../stores/throwable-store-error'
import type { FailingPartRegistry, SystemPartName } from './failing-system-part-registry'

/**
 * Runs a call of read models or the schedule, which throws what the driver throws. When the file or the disk fails, the
 * part is noted, and the error of a store that names it is thrown. Other errors are thrown as they are.
 */
export const noteFailureOfSqliteCall =
  (parts: Pick<FailingPartRegistry, 'failed'>, part: Extract<SystemPartName, 'readModels' | 'schedule'>) =>
  <A>(call: () => A): A => {
    try {
      return call()
    } catch (error) {
      if (!isSqliteSystemFailure(error)) throw error
      const unavailable = sqliteUnavailable(error)
      parts.failed(part, unavailable.reason)
      throw throwableStoreError({ ...unavailable, store: part }, error)
    }
  }
