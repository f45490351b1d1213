import * as E from 'fp-ts/Either'
import type * as TE from 'fp-ts/TaskEither'
import type { LogName } from '../../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../../domain/ports/event-store'
import { startThread } from '../../sqlite/writer-thread/start-thread'
import { startWriterThread, type WriterThread } from '../../sqlite/writer-thread/start-writer-thread'
import type { TreeProgress, TreeThreadOptions, TreeThreadProtocol } from './tree-thread-protocol'

type Ask<Name extends keyof TreeThreadProtocol> = (
  request: TreeThreadProtocol[Name][0],
) => TE.TaskEither<StoreUnavailable, TreeThreadProtocol[Name][1]>

/** The trees of both logs, which a thread of this process computes and stores. What each function answers: see the protocol. */
export interface TreesOfLogs {
  /** Reads a log to its end, or up to a position, and adds its events to its tree. `report` gets each step. */
  readonly growToEnd: (
    log: LogName,
    upTo?: Position,
    report?: (progress: TreeProgress) => void,
  ) => TE.TaskEither<StoreUnavailable, TreeProgress>
  readonly leaves: Ask<'leaves'>
  readonly clear: Ask<'clear'>
  readonly root: Ask<'root'>
  readonly lastClosing: Ask<'lastClosing'>
  readonly closingsAfter: Ask<'closingsAfter'>
  readonly tile: Ask<'tile'>
  readonly indexOf: Ask<'indexOf'>
  readonly positionOf: Ask<'positionOf'>
  readonly inclusion: Ask<'inclusion'>
  readonly consistency: Ask<'consistency'>
  readonly close: () => Promise<void>
}

const startTreeThread = (options: TreeThreadOptions): WriterThread<TreeThreadProtocol> =>
  startWriterThread(
    (setup) => startThread(__dirname, 'tree-thread', { workerData: setup, transferList: [setup.port] }),
    options,
  )

/**
 * The trees on a thread that starts with the first request. It keeps the process alive only while a request waits for its
 * answer.
 */
export const openTreeThread = (options: TreeThreadOptions): TreesOfLogs => {
  let thread: WriterThread<TreeThreadProtocol> | undefined
  const ask =
    <Name extends keyof TreeThreadProtocol>(name: Name): Ask<Name> =>
    (request) =>
    () => {
      thread ??= startTreeThread(options)
      return thread.submit(name, () => request)
    }
  const grow = ask('grow')
  return {
    growToEnd: (log, upTo, report) => async () => {
      for (;;) {
        const progress = await grow(upTo === undefined ? { log } : { log, upTo })()
        if (E.isRight(progress)) report?.(progress.right)
        if (E.isLeft(progress) || progress.right.isCaughtUp) return progress
      }
    },
    leaves: ask('leaves'),
    clear: ask('clear'),
    root: ask('root'),
    lastClosing: ask('lastClosing'),
    closingsAfter: ask('closingsAfter'),
    tile: ask('tile'),
    indexOf: ask('indexOf'),
    positionOf: ask('positionOf'),
    inclusion: ask('inclusion'),
    consistency: ask('consistency'),
    close: () => thread?.close() ?? Promise.resolve(),
  }
}
