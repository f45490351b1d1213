import type { NoticeEvent } from './notice-event'
import { endedNotice, type NoticeState } from './notice-state'

/** The state of a notice after an event. */
export const evolve =
  (event: NoticeEvent) =>
  (state: NoticeState): NoticeState => {
    switch (event.type) {
      case 'NoticeMade': {
        const { notice } = event.sealed
        if (notice._tag === 'Erased') return endedNotice
        const { borrower, kind } = notice.value
        return { _tag: 'Pending', borrower, kind }
      }
      case 'NoticeFailed':
        return state._tag === 'Pending' ? { ...state, _tag: 'Failed' } : state
      case 'NoticeSent':
        return endedNotice
    }
  }
