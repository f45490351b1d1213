import type { Page, ReadAll, Subscription } from '../../../domain/ports/event-store'
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
  readonly patience: Patience
}

/** What to do when a page cannot be read, for the so many-th time running: gives up by throwing, or waits and resolves. */
export type Patience = (failure: unknown, times: number) => Promise<void>

const none: Patience = (failure) => {
  throw failure
}

/** Reads a page, as often as patience lasts; answers nothing once the subscription is closed. */
const readPatiently = async (following: Following, after: number): Promise<Page> => {
  for (let times = 1; following.isOpen(); times += 1) {
    try {
      return await following.pages.ofLog(after, following.size)
    } catch (failure) {
      await Promise.race([following.patience(failure, times), following.appends.wait()])
    }
  }
  return []
}

/**
 * A page is read when it is asked for, so a slow reader holds one page and no more. It listens for appends from before
 * it reads: what is appended meanwhile is not missed.
 */
async function* follow(following: Following, start: number): AsyncGenerator<Page, void, undefined> {
  let after = start
  let caughtUp = false
  while (following.isOpen()) {
    const appended = caughtUp ? following.appends.wait() : undefined
    const page = await readPatiently(following, after)
    if (page.length > 0) {
      after = placeOf(page.at(-1)?.position)
      yield page
    } else if (appended !== undefined) {
      await appended
    } else if (following.isOpen()) {
      caughtUp = true
      yield page
    }
  }
}

/** Subscriptions that read a log after a position, say by one empty page that they have caught up, and then wait. */
export const subscribing = (pages: Pages, size: number, patience: Patience = none): Subscribing => {
  const appends = bell()
  let open = true
  return {
    subscribe: (read) => {
      let wanted = true
      const isOpen = () => open && wanted
      return {
        pages: follow({ pages, size, appends, isOpen, patience }, placeOf(read.after)),
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
