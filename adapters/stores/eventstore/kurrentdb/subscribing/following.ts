import type { Page, Position, ReadAll, Subscription } from '../../../../../domain/ports/event-store'
import { pause } from '../../../../system/concurrency/pause'
import { storeError } from '../../../store-error'
import { isPassing, storeUnavailable } from '../calling/failure'
import type { Hearing } from './hearing'
import type { Pages } from '../reading/pages'
import { pauseBefore } from '../calling/patience'
import { commitOf } from '../position'
import type { KurrentSettings } from '../settings'

export interface Following {
  /** Begins a subscription on the server, after a position or at the log's start. */
  readonly hear: (after: Position | undefined) => Hearing
  readonly pages: Pick<Pages, 'last'>
  readonly settings: KurrentSettings
}

const start = '' as Position

/** One who reads the log, over as many of the server's subscriptions as it takes. */
interface Reader {
  after: Position
  caughtUp: boolean
  readonly isOpen: () => boolean
  hearing: Hearing | undefined
}

const throwUnlessPassing = (error: unknown): undefined => {
  if (isPassing(error)) return undefined
  throw storeError(storeUnavailable(error), error)
}

/** Where the log ends; undefined when that cannot be told now. */
const endOf = ({ pages }: Following): Promise<Position | undefined> =>
  pages.last().then((last) => last ?? start, throwUnlessPassing)

/**
 * What one subscription on the server gives until it breaks off. After a long silence the log's end is asked for: a
 * server that has forgotten whom it had to tell does not say so.
 */
async function* heardBy(following: Following, reader: Reader, hearing: Hearing): AsyncGenerator<Page, void, undefined> {
  const { pageSize, pollEvery } = following.settings
  let end = reader.caughtUp ? undefined : await endOf(following)
  while (reader.isOpen()) {
    const page = hearing.take(pageSize)
    if (page.length > 0) {
      yield page
      reader.after = page.at(-1)?.position ?? reader.after
    } else if (hearing.ended() !== undefined) return
    else if (!reader.caughtUp && end !== undefined && end <= reader.after) {
      reader.caughtUp = true
      yield []
    } else if (!(await hearing.wait(pollEvery)) && reader.isOpen()) {
      end = await endOf(following)
      if (end === undefined || end > reader.after) return
    }
  }
}

/**
 * Subscribes again after the last event given, whenever the server breaks off (a slow moment of the reader, a
 * restart, another leader): so there is neither gap nor repeat. While the server is away it keeps on asking; it
 * throws only what asking again cannot mend (access denied, an event of something else).
 */
async function* follow(following: Following, reader: Reader): AsyncGenerator<Page, void, undefined> {
  let failures = 0
  while (reader.isOpen()) {
    const before = reader.after
    const hearing = following.hear(before === start ? undefined : before)
    reader.hearing = hearing
    try {
      yield* heardBy(following, reader, hearing)
    } finally {
      hearing.breakOff()
    }
    throwUnlessPassing(hearing.ended())
    failures = reader.after > before ? 0 : failures + 1
    if (reader.isOpen() && failures > 0) await pause(pauseBefore(failures, following.settings.longestPause))
  }
}

/** Subscriptions to one log, all of which end when it is closed. */
export interface Subscriptions {
  readonly subscribe: (read: Pick<ReadAll, 'after'>) => Subscription
  readonly closeAll: () => void
}

export const subscriptionsOf = (following: Following): Subscriptions => {
  const open = new Set<() => void>()
  let isLogOpen = true
  async function* pages(reader: Reader, close: () => void): AsyncGenerator<Page, void, undefined> {
    open.add(close)
    try {
      yield* follow(following, reader)
    } finally {
      open.delete(close)
    }
  }
  return {
    subscribe: ({ after }) => {
      if (after !== undefined) commitOf(after)
      let wanted = true
      const isOpen = () => wanted && isLogOpen
      const reader: Reader = { after: after ?? start, caughtUp: false, isOpen, hearing: undefined }
      const close = (): void => {
        wanted = false
        reader.hearing?.breakOff()
      }
      return { pages: pages(reader, close), close }
    },
    closeAll: () => {
      isLogOpen = false
      for (const close of open) close()
    },
  }
}
