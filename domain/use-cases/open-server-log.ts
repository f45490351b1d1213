import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../command-handling/command-error'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { handleCommand } from '../command-handling/handle-command'
import type { ServerLogOpened } from '../server-log-opening/events/server-log-opened'
import { serverLogOpeningAggregate } from '../server-log-opening/server-log-opening-aggregate'
import type { ServerLogRefusal } from '../server-log-opening/server-log-refusal'
import type { Day } from '../values/day'
import type { ServerLogOpeningId } from '../values/ids'
import { monthOf } from '../values/month'
import type { CommandMetadata } from './command-metadata'
import { readServerLogOfDay, type ServerLogOfDay } from './read-server-log-of-day'
import { runUseCaseWithIds } from './run-use-case-with-ids'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'

/** An administrator opens the server log of a day. */
interface OpenServerLogRequest extends CommandMetadata {
  readonly day: Day
  readonly openedBy: string
  readonly reason: string
}

const findRefusal = ({ blocks, hours }: ServerLogOfDay): ServerLogRefusal | undefined => {
  if (blocks === 0) return { _tag: 'ServerLogIsUnwritten' }
  return hours.length === 0 ? { _tag: 'ServerLogIsErased' } : undefined
}

/** Refused before anything is recorded, when there is nothing to open. */
const requireOpenable = (read: ServerLogOfDay) => {
  const refusal = findRefusal(read)
  return refusal === undefined ? TE.right(read) : TE.left(commandRefused(refusal))
}

/** Records the opening, and then answers the lines: whoever sees them stands in the list. */
export const openServerLog =
  (dependencies: UseCaseDependencies) =>
  ({
    day,
    openedBy,
    reason,
    ...metadata
  }: OpenServerLogRequest): UseCaseResult<ServerLogRefusal, ServerLogOpened, Pick<ServerLogOfDay, 'hours'>> => {
    const { commandHandling } = dependencies
    const openedIn = monthOf(commandHandling.clock.today())
    return runUseCaseWithIds(dependencies)(metadata, (ids) =>
      streamAddressOfAggregate(serverLogOpeningAggregate)(ids.idFor('server log opening')),
    )((ids) =>
      pipe(
        readServerLogOfDay(commandHandling)(day),
        TE.chainW(requireOpenable),
        TE.bindTo('read'),
        TE.bindW('recorded', () => {
          const serverLogOpening = ids.idFor('server log opening') as ServerLogOpeningId
          return handleCommand(commandHandling)(serverLogOpeningAggregate)(serverLogOpening, ids.cause)({
            ...{ type: 'RecordServerLogOpening', serverLogOpening, openedIn, day, openedBy, reason },
          })
        }),
        TE.map(({ read: { hours }, recorded }) => ({ ...recorded, hours })),
      ),
    )
  }
