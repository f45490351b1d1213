import type { Aggregate } from '../command-handling/aggregate'
import { evolveServerLog, unwrittenServerLog, type ServerLogState } from './server-log-state'
import { decideWriteServerLog, type ServerLogEvent, type WriteServerLog } from './write-server-log'

/** The server log of each day has a stream, named after the day, in *circulation*. */
export const serverLogAggregate: Aggregate<WriteServerLog, ServerLogState, ServerLogEvent, never> = {
  initial: unwrittenServerLog,
  evolve: evolveServerLog,
  decide: decideWriteServerLog,
  log: 'circulation',
  category: 'serverlog',
}
