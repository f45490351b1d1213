import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { withTemporaryPool } from '../../postgres/with-temporary-pool'
import { retryOnLockTimeout } from '../../postgres/retry-on-lock-timeout'
import { openPool, maintenancePoolSettings } from '../../postgres/open-pool'

/**
 * Rewrites all rows of a log in order of position, in one transaction. The closing of each month does this, so that the
 * server's transaction number of a row (`xmin`) no longer tells which events were written together. Appends and reads
 * wait meanwhile, and answer StoreUnavailable after their own time-out. A long read delays the rewrite; after half a
 * minute of retries the rewrite answers StoreUnavailable.
 */
export const rewriteLogRowsInOrder = (url: string): TaskEither<StoreUnavailable, void> =>
  withTemporaryPool(openPool(maintenancePoolSettings)(url))(async (pool) => {
    await retryOnLockTimeout(() => pool.query('SELECT log.rewrite()'))
  })
