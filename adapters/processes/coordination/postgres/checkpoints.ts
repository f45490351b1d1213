import type { Pool } from 'pg'
import type { Checkpoints } from '../../../../domain/ports/checkpoints'
import type { Position, StoreUnavailable } from '../../../../domain/ports/event-store'
import { storeError } from '../../../stores/store-error'
import { orStoreError } from '../../../stores/postgres/failure'
import type { Fence } from '../fence'

const read = 'SELECT position FROM coordination.checkpoints WHERE reactor = $1'

const move = 'ON CONFLICT (reactor) DO UPDATE SET position = excluded.position'
const write = `INSERT INTO coordination.checkpoints (reactor, position) VALUES ($1, $2) ${move}`

/** The lease's row is locked until the checkpoint stands: nobody takes the lease between the look and the move. */
const writeFenced = `WITH fence AS (SELECT FROM coordination.leases WHERE name = $3 AND token = $4 FOR SHARE)
  INSERT INTO coordination.checkpoints (reactor, position) SELECT $1, $2 FROM fence ${move}`

const overtaken: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'another process has taken over' }

/**
 * Checkpoints that processes share, under a fence where only the holder of a lease may move them. A write that fails,
 * or comes too late, rejects with an Error that is also a StoreUnavailable: the reactor runs again from where it was.
 */
export const postgresCheckpoints =
  (pool: Pool) =>
  (fence?: Fence): Checkpoints => ({
    read: (reactor) => async () => {
      const { rows } = await orStoreError(pool.query<{ readonly position: Position }>(read, [reactor]))
      return rows[0]?.position
    },
    write: (reactor, position) => async () => {
      const writing =
        fence === undefined
          ? pool.query(write, [reactor, position])
          : pool.query(writeFenced, [reactor, position, fence.lease, fence.token])
      const { rowCount } = await orStoreError(writing)
      if (rowCount !== 1) throw storeError(overtaken)
    },
  })
