import * as either from 'fp-ts/Either'
import type { Checkpoints } from '../../../../domain/ports/checkpoints'
import { storeError } from '../../store-error'
import type { Db } from '../../sqlite/open'
import type { RemoteWriter } from '../../sqlite/writer-thread/writer-thread'
import { placeOf, positionOf } from '../position'
import type { LogProtocol } from './log-request'

/**
 * Checkpoints beside the log, written with the next group commit. A write that fails rejects with an Error that is
 * also a StoreUnavailable: the reactor runs again from where it was.
 */
export const checkpointsOf = (db: Db, { submit }: RemoteWriter<LogProtocol>): Checkpoints => {
  const read = db.prepare<[string], number>('SELECT position FROM checkpoints WHERE reactor = ?').pluck()
  return {
    read: (reactor) => () => {
      const place = read.get(reactor)
      return Promise.resolve(place === undefined ? undefined : positionOf(place))
    },
    write: (reactor, position) => async () => {
      const place = placeOf(position)
      const written = await submit('checkpoint', () => [reactor, place])
      if (either.isLeft(written)) throw storeError(written.left)
    },
  }
}
