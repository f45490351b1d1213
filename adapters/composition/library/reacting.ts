import * as TE from 'fp-ts/TaskEither'
import { react } from '../../../domain/use-cases/react'
import type { Library } from '../../../domain/use-cases/library'
import type { Trouble } from '../../../domain/command-handling/handling-error'
import { circulationReactions } from '../../../domain/reactions/circulation-reactions'
import { feeReactions } from '../../../domain/reactions/fee-reactions'
import { pause } from '../../system/concurrency/pause'
import { leasedReactor } from '../../processes/running/leased-reactor'
import { startReactor, type Reactor } from '../../processes/running/reactor'
import type { LibraryParts } from './library-of'

const reactions = [...circulationReactions, ...feeReactions]

/** The reactor of circulation: its checkpoint and its lease bear this name. */
export const reactorName = 'reactions'

/** Starts the reactor of circulation, in one process at a time: what passes between copies, queues and fees. */
export const startReacting = (
  library: Library,
  { stores: { logs, checkpoints, coordination }, reader }: Pick<LibraryParts, 'stores' | 'reader'>,
  alarm: (trouble: Trouble) => void,
): Promise<Reactor> => {
  const decode = reader.decode('circulation')
  return leasedReactor({
    name: reactorName,
    leases: coordination.leases,
    store: logs.circulation,
    checkpoints: checkpoints(),
    alarm,
    channel: coordination.progress,
    start: ({ token }, publish) =>
      startReactor({
        name: reactorName,
        store: logs.circulation,
        checkpoints: checkpoints({ lease: reactorName, token }),
        on: new Set(reactions.flatMap(({ on }) => on)),
        read: (stored) => {
          const event = decode(stored)
          return event._tag === 'Left' ? TE.fromEither(event) : reader.open(event.right)
        },
        react: react(library)(reactions),
        alarm,
        publish,
        pause,
      }),
  })
}
