import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { probeWrite } from '../../sqlite/probe-write'
import { truncateWriteAheadLog } from '../../sqlite/truncate-write-ahead-log'
import type { Writer } from '../../sqlite/writer-thread/serve-writer-requests'
import type { StreamIndexCheck } from './stream-index-check'
import { eventShuffler, shuffledSegmentsCheckpointName } from './event-shuffler'
import { createStreamHeadCache } from './stream-head-cache'
import { eventsOfAppendRequest, type LogProtocol } from './log-writer-protocol'
import { createSqliteLogWriter } from './sqlite-log-writer'

/** The only writer of a log, on its open file. `checkAbsent` is called before each new stream. */
export const createEventLogWriter = (db: SqliteDatabase, checkAbsent: StreamIndexCheck): Writer<LogProtocol> => {
  const heads = createStreamHeadCache(db)
  const writer = createSqliteLogWriter(db, heads, checkAbsent)
  const shuffle = eventShuffler(db)
  return {
    db,
    operations: {
      append: (request, bytes) => writer.append(request[0], request[1], eventsOfAppendRequest(request, bytes)),
      checkpoint: ([reactor, sequence]) => {
        writer.writeCheckpoint(reactor, sequence)
        return undefined
      },
      shuffle: (segment) => {
        const [, before] = segment
        shuffle(segment)
        writer.writeCheckpoint(shuffledSegmentsCheckpointName, before)
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
