import type { MonotonicClock } from '../../../domain/ports/clocks'
import type { SendingChannel } from '../../../domain/ports/message-sender'
import type { MessageId } from '../../../domain/values/ids'
import { createBackOff } from './back-off'
import type { ChannelStates } from './channel-states'

/** The pending messages that wait, and for what. */
export interface MessageWaits {
  /** Whether a message is to be tried now. */
  readonly isDue: (message: MessageId) => boolean
  readonly isAnyDue: () => boolean
  /** It failed, and waits: a minute, and twice as long each time, at most six hours. */
  readonly waitAfterFailure: (message: MessageId) => void
  /** It waits until its channel is probed again, or works. */
  readonly waitForChannel: (message: MessageId, channel: SendingChannel) => void
  /** It waits until staff have printed it. Whether it is still a letter is asked again after an hour. */
  readonly waitForPrinting: (message: MessageId) => void
  readonly evict: (message: MessageId) => void
  /** Evicts all messages but these. */
  readonly keepOnly: (messages: ReadonlySet<MessageId>) => void
}

const longestWait = 6 * 3_600_000
const hour = 3_600_000

/** Keeps the waits in memory. After a restart every message is tried at once. */
export const createMessageWaits = (
  clock: MonotonicClock,
  { isWaiting }: Pick<ChannelStates, 'isWaiting'>,
): MessageWaits => {
  const backOff = createBackOff<MessageId>(clock, longestWait)
  const waiting = new Map<MessageId, SendingChannel | { readonly until: number }>()

  const isDue = (message: MessageId): boolean => {
    const what = waiting.get(message)
    if (what === undefined) return true
    return typeof what === 'string' ? !isWaiting(what) : what.until <= clock.elapsed()
  }
  const evict = (message: MessageId): void => {
    waiting.delete(message)
    backOff.evict(message)
  }
  return {
    isDue,
    isAnyDue: () => [...waiting.keys()].some(isDue),
    waitAfterFailure: (message) => {
      backOff.noteFailure(message)
      waiting.set(message, { until: backOff.dueAt(message) })
    },
    waitForChannel: (message, channel) => void waiting.set(message, channel),
    waitForPrinting: (message) => void waiting.set(message, { until: clock.elapsed() + hour }),
    evict,
    keepOnly: (messages) => {
      for (const message of waiting.keys()) if (!messages.has(message)) evict(message)
    },
  }
}
