import type { Aggregate } from '../command-handling/aggregate'
import {
  decideGuardianPapersCommand,
  type FewerPapersAreUnconfirmed,
  type GuardianPapersCommand,
  type GuardianPapersEvent,
  type GuardianPapersState,
} from './decide-guardian-papers-command'

const evolve =
  ({ type, open: { papers } }: GuardianPapersEvent) =>
  ({ unconfirmed }: GuardianPapersState): GuardianPapersState => ({
    unconfirmed: type === 'GuardianPapersUnconfirmed' ? papers : (unconfirmed ?? 0) - papers,
  })

/** The papers of the guardianships that ended in a month have a stream, named after the month, in *persons*. */
export const guardianPapersAggregate: Aggregate<
  GuardianPapersCommand,
  GuardianPapersState,
  GuardianPapersEvent,
  FewerPapersAreUnconfirmed
> = {
  initial: { unconfirmed: null },
  evolve,
  decide: decideGuardianPapersCommand,
  log: 'persons',
  category: 'guardianpapers',
}
