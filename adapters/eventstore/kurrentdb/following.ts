import type { Page, Position, ReadAll, Subscription } from '../../../domain/ports/event-store'
import type { Listening } from './listening'
import type { Pages } from './pages'
import { pauseBefore } from './patience'
import { commitOf } from './position'
import type { KurrentSettings } from './settings'

export interface Following {
  readonly pages: Pages
  readonly bell: Listening
  readonly settings: KurrentSettings
  readonly isOpen: () => boolean
}

interface Looked {
  readonly page: Page
  /** From where to look next time: past the page, or past all that was found to be the log of others. */
  readonly next: Position | undefined
}

const look = async ({ pages, settings }: Following, after: Position | undefined): Promise<Looked> => {
  const page = await pages.ofLog(after, settings.pageSize)
  return { page, next: page.at(-1)?.position ?? after }
}

/** The end is asked for first: whatever was appended up to it the look would have found. */
const lookToTheEnd = async (following: Following, after: Position | undefined): Promise<Looked> => {
  const end = await following.pages.endOfServer()
  const looked = await look(following, after)
  return looked.page.length === 0 && end !== undefined && end > (after ?? '') ? { ...looked, next: end } : looked
}

/**
 * Reads page after page as they are asked for, and once there is no more waits for the bell or looks for itself. What
 * is given is read by position, so that it has neither gap nor repeat whatever becomes of the bell. While the server
 * is away it keeps on asking.
 */
async function* follow(following: Following, start: Position | undefined): AsyncGenerator<Page, void, undefined> {
  const { bell, settings, isOpen } = following
  let [after, caughtUp, failures] = [start, false, 0]
  while (isOpen()) {
    const rings = bell.rings()
    const looked = await (caughtUp ? lookToTheEnd(following, after) : look(following, after)).catch(() => undefined)
    if (!isOpen()) return
    if (looked === undefined) {
      failures += 1
      await bell.wait(pauseBefore(failures, settings.longestPause))
      continue
    }
    failures = 0
    after = looked.next
    if (looked.page.length > 0 || !caughtUp) {
      caughtUp ||= looked.page.length === 0
      yield looked.page
    } else if (rings === bell.rings()) await bell.wait(settings.pollEvery)
  }
}

/** A subscription that holds the bell while it is read, and no page but the one that its reader has. */
export const subscribingTo =
  (following: Following) =>
  (read: Pick<ReadAll, 'after'>): Subscription => {
    if (read.after !== undefined) commitOf(read.after)
    let wanted = true
    let leave = (): void => undefined
    const isOpen = () => wanted && following.isOpen()
    async function* pages(): AsyncGenerator<Page, void, undefined> {
      leave = following.bell.listen()
      try {
        yield* follow({ ...following, isOpen }, read.after)
      } finally {
        leave()
      }
    }
    return {
      pages: pages(),
      close: () => {
        wanted = false
        leave()
        following.bell.ring()
      },
    }
  }
