import type { Page, Position, ReadAll, Subscription } from '../../../domain/ports/event-store'
import { storeError } from '../../kernel/store-error'
import { isPassing, storeUnavailable } from './failure'
import type { Listening } from './listening'
import type { Pages } from './pages'
import { pause } from '../../kernel/pause'
import { pauseBefore } from './patience'
import { commitOf } from './position'
import type { KurrentSettings } from './settings'

export interface Following {
  readonly pages: Pages
  readonly bell: Listening
  readonly settings: KurrentSettings
  readonly isOpen: () => boolean
}

/** So many pages are fetched by one call: while catching up, asking takes as long as reading a page. */
const pagesAtOnce = 4

/** A quarter as many events after each failure in a row: what does not come within a deadline may come in pieces. */
const howMany = ({ pageSize }: KurrentSettings, failures: number): number =>
  Math.max(1, Math.floor((pageSize * pagesAtOnce) / 4 ** failures))

interface Looked {
  readonly events: Page
  /** From where to look next time: past the events, or past all that was found to be the log of others. */
  readonly next: Position | undefined
}

const look = async ({ pages, settings }: Following, after: Position | undefined, failures: number): Promise<Looked> => {
  const events = await pages.ofLog(after, howMany(settings, failures))
  return { events, next: events.at(-1)?.position ?? after }
}

/** The end is asked for first: whatever was appended up to it the look would have found. */
const lookToTheEnd: typeof look = async (following, after, failures) => {
  const end = await following.pages.endOfServer()
  const looked = await look(following, after, failures)
  return looked.events.length === 0 && end !== undefined && end > (after ?? '') ? { ...looked, next: end } : looked
}

const inPages = (events: Page, size: number): ReadonlyArray<Page> =>
  Array.from({ length: Math.ceil(events.length / size) }, (_, at) => events.slice(at * size, (at + 1) * size))

/**
 * Reads on as pages are asked for, and once there is no more waits for the bell, or looks for itself. What is given
 * is read by position, so that it has neither gap nor repeat whatever becomes of the bell. While the server is away
 * it keeps on asking; it throws only what asking again cannot mend (access denied, an event of something else).
 */
async function* follow(following: Following, start: Position | undefined): AsyncGenerator<Page, void, undefined> {
  const { bell, settings, isOpen } = following
  let [after, caughtUp, failures, heard] = [start, false, 0, true]
  while (isOpen()) {
    const rings = bell.rings()
    const looked = await (heard ? look : lookToTheEnd)(following, after, failures).catch((error: unknown) => {
      if (isPassing(error) || !isOpen()) return undefined
      throw storeError(storeUnavailable(error), error)
    })
    failures = looked === undefined ? failures + 1 : 0
    after = looked === undefined ? after : looked.next
    for (const page of inPages(looked?.events ?? [], settings.pageSize)) {
      if (!isOpen()) return
      yield page
    }
    if (looked?.events.length !== 0) {
      if (failures > 0) await bell.wait(pauseBefore(failures, settings.longestPause))
      else if (caughtUp) await pause(settings.gather)
    } else if (!caughtUp && isOpen()) {
      caughtUp = true
      yield []
    } else {
      if (rings === bell.rings()) await bell.wait(settings.pollEvery)
      heard = rings !== bell.rings()
    }
  }
}

/** A subscription that holds the bell while it is read, and no more than a few pages for its reader. */
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
