import type { Page, ReadAll, Subscription } from '../../domain/ports/event-store'
import { bell, type Bell } from './bell'
import { placeOf } from './position'
import type { Pages } from './reading'

export interface Subscribing {
  readonly subscribe: (read: Pick<ReadAll, 'after'>) => Subscription
  /** Something was appended. */
  readonly appended: () => void
  /** Ends every subscription. */
  readonly close: () => void
}

interface Following {
  readonly pages: Pages
  readonly size: number
  readonly appends: Bell
  readonly isOpen: () => boolean
}

/** A page is read when it is asked for, so a slow reader holds one page and no more. */
async function* follow(following: Following, start: number): AsyncGenerator<Page, void, undefined> {
  let after = start
  let caughtUp = false
  while (following.isOpen()) {
    const page = following.pages.ofLog(after, following.size)
    if (page.length > 0) {
      after = placeOf(page.at(-1)?.position)
      yield page
    } else if (caughtUp) {
      await following.appends.wait()
    } else {
      caughtUp = true
      yield page
    }
  }
}

/** Subscriptions that read a log after a position, say by one empty page that they have caught up, and then wait. */
export const subscribing = (pages: Pages, size: number): Subscribing => {
  const appends = bell()
  let open = true
  return {
    subscribe: (read) => {
      let wanted = true
      const isOpen = () => open && wanted
      return {
        pages: follow({ pages, size, appends, isOpen }, placeOf(read.after)),
        close: () => {
          wanted = false
          appends.ring()
        },
      }
    },
    appended: appends.ring,
    close: () => {
      open = false
      appends.ring()
    },
  }
}
