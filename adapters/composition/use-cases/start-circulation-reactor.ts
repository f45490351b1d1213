import * as RA from 'fp-ts/ReadonlyArray'
import * as TE from 'fp-ts/TaskEither'
import { runReactions } from '../../../domain/use-cases/run-reactions'
import type { UseCaseDependencies } from '../../../domain/use-cases/use-case-dependencies'
import type { InfrastructureError } from '../../../domain/command-handling/command-error'
import { circulationReactions } from '../../../domain/reactions/circulation-reactions'
import { feeReactions } from '../../../domain/reactions/fee-reactions'
import { delay } from '../../system/concurrency/delay'
import { startLeasedReactor } from '../../processes/reactors/leased-reactor'
import { startReactor, type Reactor } from '../../processes/reactors/reactor'
import type { LibraryComponents } from './build-use-case-dependencies'

const reactions = [...circulationReactions, ...feeReactions]

/** The name of the reactor's checkpoint and of its lease. It is stored: do not change it. */
export const circulationReactorName = 'reactions'

/** Starts the reactor that runs the reactions of copies, queues and fees. It runs in one process at a time. */
export const startCirculationReactor = (
  useCaseDependencies: UseCaseDependencies,
  { stores: { logs, checkpoints, coordination }, eventDecoder }: Pick<LibraryComponents, 'stores' | 'eventDecoder'>,
  alarm: (error: InfrastructureError) => void,
): Promise<Reactor> => {
  const decode = eventDecoder.decode('circulation')
  return startLeasedReactor({
    name: circulationReactorName,
    leases: coordination.leases,
    store: logs.circulation,
    checkpoints: checkpoints(),
    alarm,
    progressChannel: coordination.progress,
    startReactor: ({ token }, publish) =>
      startReactor({
        name: circulationReactorName,
        store: logs.circulation,
        checkpoints: checkpoints({ lease: circulationReactorName, token }),
        eventTypes: new Set(reactions.flatMap(({ eventTypes }) => eventTypes)),
        prefetchKeys: (events) => eventDecoder.prefetchKeys(RA.rights(events.map(decode))),
        openEvent: (stored) => {
          const event = decode(stored)
          return event._tag === 'Left' ? TE.fromEither(event) : eventDecoder.open(event.right)
        },
        react: runReactions(useCaseDependencies)(reactions),
        alarm,
        publish,
        delay,
      }),
  })
}
