import type { Db } from '../../sqlite/open-database'
import { probeWrite } from '../../sqlite/probe-write'
import { truncateWriteAheadLog } from '../../sqlite/truncate-write-ahead-log'
import type { Writer } from '../../sqlite/writer-thread/serve-requests'
import type { CheckAbsentStream } from './check-absent-stream'
import { eventShuffler, shuffledSegments } from './event-shuffler'
import { streamHeads } from './stream-heads'
import { eventsOf, type LogProtocol } from './log-request'
import { sqliteLogWriter } from './sqlite-log-writer'

/** The only writer of a log, on its open file. `checkAbsent` is called before each new stream. */
export const logWriter = (db: Db, checkAbsent: CheckAbsentStream): Writer<LogProtocol> => {
  const heads = streamHeads(db)
  const writer = sqliteLogWriter(db, heads, checkAbsent)
  const shuffle = eventShuffler(db)
  return {
    db,
    operations: {
      append: (request, bytes) => writer.append(request[0], request[1], eventsOf(request, bytes)),
      checkpoint: ([reactor, sequence]) => {
        writer.writeCheckpoint(reactor, sequence)
        return undefined
      },
      shuffle: (segment) => {
        const [, before] = segment
        shuffle(segment)
        writer.writeCheckpoint(shuffledSegments, before)
        heads.clear()
        return undefined
      },
      truncate: () => truncateWriteAheadLog(db),
      health: () => undefined,
      probe: probeWrite(db),
    },
    outsideTransactions: new Set(['truncate']),
    rolledBack: heads.clear,
  }
}
