import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import type { LoadDependencies } from '../command-handling/load-aggregate'
import { decodeEvent, openEvent, type EventReadError } from '../command-handling/open-event'
import { serverLogAggregate } from '../server-log/server-log-aggregate'
import type { ServerLogWritten } from '../server-log/events/server-log-written'
import type { ServerLogLine } from '../server-log/server-log-line'
import type { Day } from '../values/day'

/** The lines of one hour of a day. */
export interface ServerLogOfHour {
  readonly hour: number
  readonly lines: ReadonlyArray<ServerLogLine>
}

/** The server log of a day, as far as it is written and not erased. */
export interface ServerLogOfDay {
  /** How many blocks the log names. */
  readonly blocks: number
  /** The blocks that can be opened. */
  readonly hours: ReadonlyArray<ServerLogOfHour>
}

/**
 * Opens the server log of a day. Two callers alone may: the count of visitors by the closing of a month, and an administrator
 * whose opening is recorded before.
 */
export const readServerLogOfDay =
  ({ eventTable, keys, stores }: Pick<LoadDependencies, 'eventTable' | 'keys' | 'stores'>) =>
  (day: Day): TaskEither<EventReadError, ServerLogOfDay> =>
  async () => {
    const { log, stream } = streamAddressOfAggregate(serverLogAggregate)(day)
    const decode = decodeEvent(eventTable)(log)
    const open = openEvent(eventTable, keys)(() => true)
    const hours: ServerLogOfHour[] = []
    let blocks = 0
    for await (const page of stores[log].readStream(stream, { direction: 'forwards' }))
      for (const stored of page) {
        if (stored.type !== 'ServerLogWritten') continue
        const decoded = decode(stored)
        if (decoded._tag === 'Left') return decoded
        const opened = await open(decoded.right)()
        if (opened._tag === 'Left') return opened
        const { serverLog } = (opened.right as ServerLogWritten).sealed
        blocks += 1
        if (serverLog._tag === 'Plain') hours.push(serverLog.value)
      }
    return E.right({ blocks, hours })
  }
