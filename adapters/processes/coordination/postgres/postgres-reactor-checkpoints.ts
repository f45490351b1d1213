import type { Pool } from 'pg'
import type { ReactorCheckpoints } from '../../../../domain/ports/reactor-checkpoints'
import type { Position, StoreUnavailable } from '../../../../domain/ports/event-store'
import { throwableStoreError } from '../../../stores/throwable-store-error'
import { convertRejectionToStoreError } from '../../../stores/postgres/postgres-failure'
import type { FencingToken } from '../../leases/fencing-token'

const readPosition = 'SELECT position FROM coordination.checkpoints WHERE reactor = $1'

const orUpdate = 'ON CONFLICT (reactor) DO UPDATE SET position = excluded.position'
const writePosition = `INSERT INTO coordination.checkpoints (reactor, position) VALUES ($1, $2) ${orUpdate}`

/** Locks the lease's row until the checkpoint is written, so that no process can acquire the lease in between. */
const writePositionIfLeaseIsHeld = `WITH fence AS (SELECT FROM coordination.leases WHERE name = $3 AND token = $4 FOR SHARE)
  INSERT INTO coordination.checkpoints (reactor, position) SELECT $1, $2 FROM fence ${orUpdate}`

const takenOver: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'another process has taken over' }

/**
 * Checkpoints that processes share. With a fencing token, only the current holder of the lease can write. A write that
 * fails or comes too late rejects with an Error that is also a StoreUnavailable. The reactor then repeats its events.
 */
export const postgresReactorCheckpoints =
  (pool: Pool) =>
  (fencingToken?: FencingToken): ReactorCheckpoints => ({
    readPosition: (reactor) => async () => {
      const { rows } = await convertRejectionToStoreError(
        pool.query<{ readonly position: Position }>(readPosition, [reactor]),
      )
      return rows[0]?.position
    },
    writePosition: (reactor, position) => async () => {
      const writing =
        fencingToken === undefined
          ? pool.query(writePosition, [reactor, position])
          : pool.query(writePositionIfLeaseIsHeld, [reactor, position, fencingToken.lease, fencingToken.token])
      const { rowCount } = await convertRejectionToStoreError(writing)
      if (rowCount !== 1) throw throwableStoreError(takenOver)
    },
  })
