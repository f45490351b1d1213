import type { EventPage, ReadAllOptions, EventSubscription } from '../../../domain/ports/event-store'
import { createWakeSignal, type WakeSignal } from './wake-signal'
import { sequenceOfPosition } from './sequence-position'
import type { EventPageReader } from './read-event-pages'

interface LogSubscriptions {
  readonly subscribe: (read: Pick<ReadAllOptions, 'after'>) => EventSubscription
  /** Makes all subscriptions look for new events. */
  readonly notifyAppended: () => void
  /** Ends every subscription. */
  readonly close: () => void
}

interface SubscriptionState {
  readonly pages: Pick<EventPageReader, 'logPage'>
  readonly pageSize: number
  readonly appendSignal: WakeSignal
  readonly isOpen: () => boolean
  readonly retryPolicy: ReadRetryPolicy
}

/** Called when a page cannot be read, with the number of failures in a row: waits and resolves to retry, or throws. */
export type ReadRetryPolicy = (error: unknown, attempt: number) => Promise<void>

const neverRetry: ReadRetryPolicy = (error) => {
  throw error
}

/** Reads a page, with retries. An empty page once the subscription is closed. */
const readWithRetries = async (state: SubscriptionState, after: number): Promise<EventPage> => {
  for (let attempt = 1; state.isOpen(); attempt += 1) {
    try {
      return await state.pages.logPage(after, state.pageSize)
    } catch (error) {
      await Promise.race([state.retryPolicy(error, attempt), state.appendSignal.wait()])
    }
  }
  return []
}

/**
 * Reads a page only when the consumer asks for one, so a slow consumer keeps one page in memory. It waits for the append
 * signal from before the read, so it misses no event that is appended during the read.
 */
async function* subscriptionPages(state: SubscriptionState, start: number): AsyncGenerator<EventPage, void, undefined> {
  let after = start
  let caughtUp = false
  while (state.isOpen()) {
    const nextAppend = caughtUp ? state.appendSignal.wait() : undefined
    const page = await readWithRetries(state, after)
    if (page.length > 0) {
      after = sequenceOfPosition(page.at(-1)?.position)
      yield page
    } else if (nextAppend !== undefined) {
      await nextAppend
    } else if (state.isOpen()) {
      caughtUp = true
      yield page
    }
  }
}

/** Subscriptions that read a log after a position, give one empty page when they have caught up, and wait for more. */
export const createLogSubscriptions = (
  pages: Pick<EventPageReader, 'logPage'>,
  pageSize: number,
  retryPolicy: ReadRetryPolicy = neverRetry,
): LogSubscriptions => {
  const appendSignal = createWakeSignal()
  let isLogOpen = true
  return {
    subscribe: (read) => {
      let isWanted = true
      const isOpen = () => isLogOpen && isWanted
      return {
        pages: subscriptionPages(
          { pages, pageSize, appendSignal, isOpen, retryPolicy },
          sequenceOfPosition(read.after),
        ),
        close: () => {
          isWanted = false
          appendSignal.notifyAll()
        },
      }
    },
    notifyAppended: appendSignal.notifyAll,
    close: () => {
      isLogOpen = false
      appendSignal.notifyAll()
    },
  }
}
