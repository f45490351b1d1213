import type { MessageState } from '../../message/message-state'
import { openFacts, unreadFacts, type ReplayFact } from '../replay-fact'
import type { WhyUnread } from '../scope-readings'

/** What a replay says of a message. A pending one that is not read says why. */
export const factsOfMessage =
  (message: string) =>
  (state: MessageState, whyUnread: WhyUnread): ReadonlyArray<ReplayFact> => {
    switch (state._tag) {
      case 'Pending': {
        const { madeOn, kind, borrower } = state
        return openFacts({ state: state._tag, madeOn, kind, borrower })
      }
      case 'Forgotten':
        return [
          ...openFacts({ state: 'Pending', madeOn: state.madeOn }),
          ...unreadFacts(['kind', 'borrower'], whyUnread('message', message)),
        ]
      case 'Unmade':
      case 'Ended':
        return openFacts({ state: state._tag })
    }
  }
