import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CopyEvent } from '../copy/copy-event'
import { derivedEventIds, type CommandIdSource } from '../command-handling/command-id-source'
import type { CommandResult } from '../command-handling/handle-command'
import { decodeEvent, openEvent, type EventReadError } from '../command-handling/open-event'
import type { UseCaseDependencies } from './use-case-dependencies'

type CopyResult = CommandResult<CopyEvent>

/** Reads the events of a command backwards, from its last event to its first. */
const readEventsOf =
  ({ commandHandling: { eventTable, keys, stores } }: UseCaseDependencies) =>
  (
    { address, revision }: CopyResult,
    cause: CommandIdSource,
  ): TE.TaskEither<EventReadError, ReadonlyArray<CopyEvent>> =>
  async () => {
    const { log, stream } = address
    const decode = decodeEvent(eventTable)(log)
    const open = openEvent(eventTable, keys)((part) => part.class === 'loan' || part.class === 'unmatched')
    const first = derivedEventIds(address)(cause)(0)
    const newestFirst: CopyEvent[] = []
    for await (const page of stores[log].readStream(stream, { direction: 'backwards', from: revision }))
      for (const stored of page) {
        const decoded = decode(stored)
        if (decoded._tag === 'Left') return decoded
        const opened = await open(decoded.right)()
        if (opened._tag === 'Left') return opened
        newestFirst.push(opened.right as CopyEvent)
        if (stored.id === first) return E.right(newestFirst.toReversed())
      }
    return E.right([])
  }

/** Adds the events of the first run to the result of a repeat, so that it can be answered like the first. */
export const withPriorEvents =
  (dependencies: UseCaseDependencies, cause: CommandIdSource | undefined) =>
  <E1, R extends CopyResult>(result: TE.TaskEither<E1, R>): TE.TaskEither<E1 | EventReadError, R> =>
    pipe(
      result,
      TE.chainW((handled) =>
        handled.repeated && cause !== undefined
          ? pipe(
              readEventsOf(dependencies)(handled, cause),
              TE.map((events) => ({ ...handled, events })),
            )
          : TE.right(handled),
      ),
    )
