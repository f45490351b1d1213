import type { FootageState } from '../../footage/footage-state'
import { openFacts, unreadFacts, type ReplayFact } from '../replay-fact'
import type { WhyUnread } from '../scope-readings'

/** What a replay says of a recording of video surveillance. `size` is in bytes. */
export const factsOfFootage =
  (footage: string) =>
  (state: FootageState, whyUnread: WhyUnread): ReadonlyArray<ReplayFact> => {
    switch (state._tag) {
      case 'NoFootage':
        return openFacts({ state: state._tag })
      case 'Ended':
        return [
          ...openFacts({ branch: state.branch, camera: state.camera, day: state.day }),
          ...unreadFacts(['state', 'from', 'until'], whyUnread('footage', footage)),
        ]
      case 'Recorded':
      case 'Stored': {
        const { branch, camera, day, from, until } = state
        const recorded = openFacts({ state: state._tag, branch, camera, day, from, until })
        if (state._tag === 'Recorded') return recorded
        const { videoType, size, digest } = state
        return [...recorded, ...openFacts({ videoType, size, digest })]
      }
    }
  }
