import { react } from '../../../domain/use-cases/react'
import type { Library } from '../../../domain/use-cases/library'
import type { Trouble } from '../../../domain/command-handling/handling-error'
import { readEvent } from '../../../domain/command-handling/remember'
import { circulationReactions } from '../../../domain/reactions/circulation-reactions'
import { feeReactions } from '../../../domain/reactions/fee-reactions'
import { pause } from '../../system/concurrency/pause'
import { leasedReactor } from '../../processes/running/leased-reactor'
import { startReactor, type Reactor } from '../../processes/running/reactor'
import type { Stores } from '../stores'

const reactions = [...circulationReactions, ...feeReactions]

/** The reactor of circulation: its checkpoint and its lease bear this name. */
export const reactorName = 'reactions'

/** Starts the reactor of circulation, in one process at a time: what passes between copies, queues and fees. */
export const startReacting = (
  library: Library,
  { logs, checkpoints, coordination }: Stores,
  alarm: (trouble: Trouble) => void,
): Promise<Reactor> =>
  leasedReactor({
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
        read: readEvent(library.desk.table, library.desk.keys)('circulation'),
        react: react(library)(reactions),
        alarm,
        publish,
        pause,
      }),
  })
