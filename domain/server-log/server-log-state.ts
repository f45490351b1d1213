import type { ServerLogId } from '../values/ids'
import type { ServerLogEvent } from './write-server-log'

/** The server log of a day: its scope, once it has one, and the ids of the blocks and counts that are written. */
export interface ServerLogState {
  readonly serverLog: ServerLogId | null
  readonly written: ReadonlyArray<string>
}

export const unwrittenServerLog: ServerLogState = { serverLog: null, written: [] }

/** The state after an event. It holds no address. */
export const evolveServerLog =
  (event: ServerLogEvent) =>
  ({ serverLog, written }: ServerLogState): ServerLogState => {
    switch (event.type) {
      case 'ServerLogWritten':
        return { serverLog: event.open.serverLog, written: [...written, event.open.block] }
      case 'PageVisitsCounted':
        return { serverLog, written: [...written, ...event.open.counts] }
    }
  }
