import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { InfrastructureError } from '../command-handling/command-error'
import { isScopeEndedError, isUnreadableError } from '../command-handling/event-damage'
import { handleCommand } from '../command-handling/handle-command'
import { serverLogAggregate } from '../server-log/server-log-aggregate'
import type { PageVisitCount, ServerLogBlock } from '../server-log/server-log-of-hour'
import type { Day } from '../values/day'
import type { ServerLogId } from '../values/ids'
import type { DayClosingDependencies } from './day-closing-error'
import {
  pageVisitCountKind,
  serverLogBlockKind,
  waitingBlocksOf,
  waitingCountsOf,
  type Waiting,
} from './waiting-server-log'

/** What waits for the closing of a day, or of an earlier one. */
interface WaitingServerLog {
  readonly blocks: ReadonlyArray<Waiting<ServerLogBlock>>
  readonly counts: ReadonlyArray<Waiting<PageVisitCount>>
}

const daysOf = ({ blocks, counts }: WaitingServerLog, until: Day): ReadonlyArray<Day> =>
  [...new Set([...blocks, ...counts].map(({ item: { day } }) => day))].filter((day) => day <= until)

const ofDay =
  (day: Day) =>
  <A extends { readonly day: Day }>({ item }: Waiting<A>): boolean =>
    item.day === day

/** In random order: the place of a block does not tell its hour. */
const write = (
  { commandHandling }: DayClosingDependencies,
  day: Day,
  { blocks, counts }: WaitingServerLog,
): TE.TaskEither<InfrastructureError, unknown> => {
  const { random } = commandHandling
  return pipe(
    handleCommand(commandHandling)(serverLogAggregate)(day)({
      ...{ type: 'WriteServerLog', day, serverLog: random.uuid() as ServerLogId },
      blocks: random.shuffle(blocks.map(({ item }) => item)),
      counts: random.shuffle(counts.map(({ item }) => item)),
    }),
    TE.map((): unknown => undefined),
    TE.orElse((error) => (error._tag === 'Refused' || isScopeEndedError(error) ? TE.right(undefined) : TE.left(error))),
  )
}

/**
 * Removes it from the store once it is written. What comes when the log of its day is erased is dropped. When a key cannot
 * be read, it stays, and the closing of the next day tries again.
 */
const writeDayAndRemove =
  (dependencies: DayClosingDependencies, { blocks, counts }: WaitingServerLog) =>
  (day: Day): TE.TaskEither<InfrastructureError, unknown> => {
    const waiting = { blocks: blocks.filter(ofDay(day)), counts: counts.filter(ofDay(day)) }
    return pipe(
      write(dependencies, day, waiting),
      TE.chainW(() =>
        pipe(
          [...waiting.blocks, ...waiting.counts].flatMap(({ keys }) => keys),
          TE.traverseSeqArray(dependencies.shortTerm.remove),
        ),
      ),
      TE.map((): unknown => undefined),
      TE.orElse((error) => (isUnreadableError(error) ? TE.right(undefined) : TE.left(error))),
    )
  }

/**
 * Writes what all processes logged and counted on a day, and on earlier days if it waits still: once, however often the
 * closing runs. What another process stores after this is written by the next closing.
 */
export const writeServerLogOfDay =
  (dependencies: DayClosingDependencies) =>
  (day: Day): TE.TaskEither<InfrastructureError, void> =>
    pipe(
      dependencies.serverLogInMemory.storeUntil(day),
      TE.chainW(() => dependencies.shortTerm.list(serverLogBlockKind)),
      TE.map(waitingBlocksOf),
      TE.bindTo('blocks'),
      TE.bindW('counts', () => pipe(dependencies.shortTerm.list(pageVisitCountKind), TE.map(waitingCountsOf))),
      TE.chainW((waiting) => pipe(daysOf(waiting, day), TE.traverseSeqArray(writeDayAndRemove(dependencies, waiting)))),
      TE.map(() => undefined),
    )
