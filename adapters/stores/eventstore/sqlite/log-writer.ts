import type { Db } from '../../sqlite/open'
import type { Writer } from '../../sqlite/writer-thread/serve-requests'
import { headsOf } from './heads'
import { eventsOf, type LogProtocol } from './log-request'
import { writerOf } from './writer'

/** Writes a log by its open file, which nobody else writes. */
export const logWriter = (db: Db): Writer<LogProtocol> => {
  const heads = headsOf(db)
  const writer = writerOf(db, heads)
  return {
    db,
    operations: {
      append: (request, bytes) => writer.append(request[0], request[1], eventsOf(request, bytes)),
      checkpoint: ([reactor, place]) => {
        writer.checkpoint(reactor, place)
        return undefined
      },
      health: () => undefined,
    },
    apart: new Set(),
    undone: heads.forget,
  }
}
