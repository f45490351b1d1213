import { setTimeout } from 'node:timers/promises'
import { react } from '../../domain/acts/react'
import type { Library } from '../../domain/acts/library'
import type { Trouble } from '../../domain/handling/handling-error'
import { readEvent } from '../../domain/handling/remember'
import { circulationReactions } from '../../domain/reactions/circulation-reactions'
import { feeReactions } from '../../domain/reactions/fee-reactions'
import { startReactor, type Reactor } from '../running/reactor'
import type { Stores } from './stores'

const reactions = [...circulationReactions, ...feeReactions]

/** Starts the reactor of circulation: what passes between copies, queues and fees. */
export const startReacting = (
  library: Library,
  { logs, checkpoints }: Stores,
  alarm: (trouble: Trouble) => void,
): Promise<Reactor> =>
  startReactor({
    name: 'reactions',
    store: logs.circulation,
    checkpoints,
    on: new Set(reactions.flatMap(({ on }) => on)),
    read: readEvent(library.desk.table, library.desk.keys)('circulation'),
    react: react(library)(reactions),
    alarm,
    pause: async (ms) => {
      await setTimeout(ms)
    },
  })
