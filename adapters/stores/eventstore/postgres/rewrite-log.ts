import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { byItself } from '../../postgres/by-itself'
import { onceFree } from '../../postgres/once-free'
import { openPool, upkeepPool } from '../../postgres/open-pool'

/**
 * Writes all rows of a log anew, in order of position and in one transaction: each month's closing does so, so that the
 * server's own number of the transaction that wrote a row (`xmin`) no longer tells which events were written side by
 * side. Appends and reads wait meanwhile, and answer StoreUnavailable when that is too long for them. It gives way
 * to whoever reads for long, and is StoreUnavailable when that lasts half a minute.
 */
export const rewriteLog = (url: string): TaskEither<StoreUnavailable, void> =>
  byItself(openPool(upkeepPool)(url))(async (pool) => {
    await onceFree(() => pool.query('SELECT log.rewrite()'))
  })
