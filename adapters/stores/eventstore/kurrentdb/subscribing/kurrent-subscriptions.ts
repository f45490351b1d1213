import type { EventPage, Position, ReadAllOptions, EventSubscription } from '../../../../../domain/ports/event-store'
import { delay } from '../../../../system/concurrency/delay'
import { throwableStoreError } from '../../../throwable-store-error'
import { isTransientKurrentError, kurrentUnavailable } from '../calling/kurrent-failure'
import type { KurrentSubscription } from './kurrent-subscription'
import type { KurrentPageReader } from '../reading/kurrent-page-reader'
import { retryPause } from '../calling/retry-transient'
import { commitOfPosition } from '../commit-position'
import type { KurrentSettings } from '../kurrent-settings'

interface SubscriptionDependencies {
  /** Subscribes on the server after a position; undefined: from the start of the log. */
  readonly openKurrentSubscription: (after: Position | undefined) => KurrentSubscription
  readonly pages: Pick<KurrentPageReader, 'lastPosition'>
  readonly settings: KurrentSettings
}

const logStart = '' as Position

/** The state of one subscriber, across several subscriptions on the server. */
interface ReaderState {
  after: Position
  caughtUp: boolean
  readonly isOpen: () => boolean
  kurrentSubscription: KurrentSubscription | undefined
}

const throwUnlessPassing = (error: unknown): undefined => {
  if (isTransientKurrentError(error)) return undefined
  throw throwableStoreError(kurrentUnavailable(error), error)
}

/** The end of the log; undefined when the server does not answer now. */
const logEnd = ({ pages }: SubscriptionDependencies): Promise<Position | undefined> =>
  pages.lastPosition().then((last) => last ?? logStart, throwUnlessPassing)

/**
 * The pages of one subscription on the server until it ends. After a long silence it compares the position with the end
 * of the log, because a server may lose a subscription without an error.
 */
async function* pagesUntilBroken(
  dependencies: SubscriptionDependencies,
  reader: ReaderState,
  kurrentSubscription: KurrentSubscription,
): AsyncGenerator<EventPage, void, undefined> {
  const { pageSize, silenceTimeout: pollEvery } = dependencies.settings
  let end = reader.caughtUp ? undefined : await logEnd(dependencies)
  while (reader.isOpen()) {
    const page = kurrentSubscription.take(pageSize)
    if (page.length > 0) {
      yield page
      reader.after = page.at(-1)?.position ?? reader.after
    } else if (kurrentSubscription.endReason() !== undefined) return
    else if (!reader.caughtUp && end !== undefined && end <= reader.after) {
      reader.caughtUp = true
      yield []
    } else if (!(await kurrentSubscription.waitForEvents(pollEvery)) && reader.isOpen()) {
      end = await logEnd(dependencies)
      if (end === undefined || end > reader.after) return
    }
  }
}

/**
 * Subscribes again after the last event when the server ends the subscription (slow consumer, restart, new leader): no
 * event is missed or repeated. It retries while the server is unreachable, and throws only errors that a retry cannot
 * resolve (access denied, an event of another program).
 */
async function* pagesWithResubscribing(
  dependencies: SubscriptionDependencies,
  reader: ReaderState,
): AsyncGenerator<EventPage, void, undefined> {
  let failures = 0
  while (reader.isOpen()) {
    const lastPosition = reader.after
    const kurrentSubscription = dependencies.openKurrentSubscription(
      lastPosition === logStart ? undefined : lastPosition,
    )
    reader.kurrentSubscription = kurrentSubscription
    try {
      yield* pagesUntilBroken(dependencies, reader, kurrentSubscription)
    } finally {
      kurrentSubscription.cancel()
    }
    throwUnlessPassing(kurrentSubscription.endReason())
    failures = reader.after > lastPosition ? 0 : failures + 1
    if (reader.isOpen() && failures > 0) await delay(retryPause(failures, dependencies.settings.longestRetryPause))
  }
}

/** The subscriptions to one log. */
interface KurrentSubscriptions {
  readonly subscribe: (read: Pick<ReadAllOptions, 'after'>) => EventSubscription
  readonly closeAll: () => void
}

export const createKurrentSubscriptions = (dependencies: SubscriptionDependencies): KurrentSubscriptions => {
  const open = new Set<() => void>()
  let isLogOpen = true
  async function* pages(reader: ReaderState, close: () => void): AsyncGenerator<EventPage, void, undefined> {
    open.add(close)
    try {
      yield* pagesWithResubscribing(dependencies, reader)
    } finally {
      open.delete(close)
    }
  }
  return {
    subscribe: ({ after }) => {
      if (after !== undefined) commitOfPosition(after)
      let isWanted = true
      const isOpen = () => isWanted && isLogOpen
      const reader: ReaderState = { after: after ?? logStart, caughtUp: false, isOpen, kurrentSubscription: undefined }
      const close = (): void => {
        isWanted = false
        reader.kurrentSubscription?.cancel()
      }
      return { pages: pages(reader, close), close }
    },
    closeAll: () => {
      isLogOpen = false
      for (const close of open) close()
    },
  }
}
