import type { SendingFailureReason } from '../../../domain/message/sending-failure-reason'
import type { MonotonicClock } from '../../../domain/ports/clocks'
import type { SendingChannel } from '../../../domain/ports/message-sender'
import { createBackOff } from './back-off'

/**
 * Whether the server or the gateway of each channel works. One message is the probe of a channel that was not tried yet,
 * or that failed and is due again; the others of the channel wait for what becomes of it.
 */
export interface ChannelStates {
  /** Whether a message may be sent now. While the probe is under way, answers what became of it. */
  readonly admit: (channel: SendingChannel) => Promise<boolean>
  /** Why the channel failed last; undefined while it works, or was not tried. */
  readonly failureOf: (channel: SendingChannel) => SendingFailureReason | undefined
  /** The channel has failed, and its next probe is not due. */
  readonly isWaiting: (channel: SendingChannel) => boolean
  readonly noteSuccess: (channel: SendingChannel) => void
  /** Answers whether the failing begins: once, however many messages were under way. */
  readonly noteFailure: (channel: SendingChannel, reason: SendingFailureReason) => boolean
}

interface Probe {
  readonly ended: Promise<boolean>
  readonly end: (works: boolean) => void
}

const startProbe = (): Probe => {
  let end: Probe['end'] = () => undefined
  const ended = new Promise<boolean>((resolve) => {
    end = resolve
  })
  return { ended, end }
}

/** Ms of the longest wait for the next probe. A probe is one message, so a server that is back is soon noticed. */
const longestWait = 10 * 60_000

/** Keeps the states in memory. After a restart each channel is probed at once. */
export const createChannelStates = (clock: MonotonicClock): ChannelStates => {
  const backOff = createBackOff<SendingChannel>(clock, longestWait)
  const working = new Set<SendingChannel>()
  const failures = new Map<SendingChannel, SendingFailureReason>()
  const probes = new Map<SendingChannel, Probe>()

  const isWaiting = (channel: SendingChannel): boolean => backOff.dueAt(channel) > clock.elapsed()
  const endProbe = (channel: SendingChannel, works: boolean): void => {
    probes.get(channel)?.end(works)
    probes.delete(channel)
  }
  return {
    failureOf: (channel) => failures.get(channel),
    isWaiting,
    admit: (channel) => {
      if (working.has(channel)) return Promise.resolve(true)
      const probe = probes.get(channel)
      if (probe !== undefined) return probe.ended
      if (isWaiting(channel)) return Promise.resolve(false)
      probes.set(channel, startProbe())
      return Promise.resolve(true)
    },
    noteSuccess: (channel) => {
      working.add(channel)
      failures.delete(channel)
      backOff.evict(channel)
      endProbe(channel, true)
    },
    noteFailure: (channel, reason) => {
      const isNews = working.delete(channel) || probes.has(channel)
      const inARow = isNews ? backOff.noteFailure(channel) : 0
      failures.set(channel, reason)
      endProbe(channel, false)
      return inARow === 1
    },
  }
}
