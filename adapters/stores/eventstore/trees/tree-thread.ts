import * as E from 'fp-ts/Either'
import type { LogName } from '../../../../domain/event/stream'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import {
  serveThreadRequestsAsynchronously,
  type AsyncThreadOperations,
} from '../../sqlite/writer-thread/serve-thread-requests-asynchronously'
import { throwableStoreError } from '../../throwable-store-error'
import { openLogReader, type LogReader } from './log-reader'
import { treeOperations } from './tree-operations'
import { openTreeStore } from './tree-store'
import type { TreeThreadOptions, TreeThreadProtocol } from './tree-thread-protocol'

/** Every request is answered with the reason why the file of the trees could not be opened. */
const refuseAll = (reason: StoreUnavailable): AsyncThreadOperations<TreeThreadProtocol> => {
  const refuse = () => Promise.resolve(E.left(reason))
  const operations = { grow: refuse, leaves: refuse, clear: refuse, root: refuse, lastClosing: refuse, closingsAfter: refuse, tile: refuse, indexOf: refuse, positionOf: refuse, inclusion: refuse, consistency: refuse } // prettier-ignore
  return { operations, close: () => Promise.resolve() }
}

/**
 * Runs on its own thread, so that the service goes on: reads the logs with connections that only read, and writes the
 * trees. Tests wait for its end, because they run another file on the same thread.
 */
export const ended: Promise<void> = serveThreadRequestsAsynchronously(({ file, key, places }: TreeThreadOptions) => {
  const store = openTreeStore(key, file)
  if (E.isLeft(store)) return refuseAll(store.left)
  const readers = new Map<LogName, LogReader>()
  /** Opened when it is needed, and after a failure tried again. */
  const openReader = async (log: LogName): Promise<LogReader> => {
    const opened = readers.get(log)
    if (opened !== undefined) return opened
    const reader = await openLogReader(places[log])()
    if (E.isLeft(reader)) throw throwableStoreError(reader.left)
    readers.set(log, reader.right)
    return reader.right
  }
  return {
    operations: treeOperations(store.right, openReader),
    close: async () => {
      for (const reader of readers.values()) await reader.close()
      store.right.close()
    },
  }
})
