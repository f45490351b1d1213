import type { LogName } from '../../../domain/event/stream'
import type { MonotonicClock } from '../../../domain/ports/clocks'
import type { EventStore, Position } from '../../../domain/ports/event-store'
import type { LogConsumerPosition } from '../../../retention/guards/consumers-behind'

/** How far a projector or reactor is behind the ends of the logs that it reads. Both are 0 when it is at their ends. */
interface ConsumerLag {
  /** The events that it has not read yet, of all its logs together. */
  readonly events: number
  /** For how long it has not been at the ends of its logs, in whole tens of seconds. */
  readonly seconds: number
}

/** By the name of the projector or reactor. */
export type LagByConsumer = Readonly<Record<string, ConsumerLag>>

interface LagMeterDependencies {
  readonly logs: Readonly<Record<LogName, Pick<EventStore, 'head' | 'countAfter'>>>
  /** A consumer of two logs is listed once for each. */
  readonly consumers: () => ReadonlyArray<LogConsumerPosition>
  readonly clock: MonotonicClock
}

/** Measures the lag of the log consumers of this process. */
export interface ConsumerLagMeter {
  /** Measures, with the ends of the logs that were recorded before. Call it at an interval. */
  readonly sample: () => Promise<void>
  /** Answers the lag of the last sample; the first call takes one. */
  readonly readLag: () => Promise<LagByConsumer>
}

/** Ms between samples. */
export const lagSampleInterval = 10_000

const roundDown = (ms: number): number => Math.floor(ms / lagSampleInterval) * (lagSampleInterval / 1000)

type Heads = Readonly<Record<LogName, Position | undefined>>

interface Sample {
  readonly at: number
  readonly heads: Heads
  readonly lag: LagByConsumer
}

const hasPassed = (position: Position | undefined, head: Position | undefined): boolean =>
  head === undefined || (position !== undefined && position >= head)

const keyOf = ({ name, log }: LogConsumerPosition): string => `${name} in ${log}`

const addLag = (one: ConsumerLag | undefined, other: ConsumerLag): ConsumerLag =>
  one === undefined ? other : { events: one.events + other.events, seconds: Math.max(one.seconds, other.seconds) }

/**
 * Creates a lag meter. When a consumer has not passed the log end that the sample before recorded, it has been behind
 * since that sample. So a busy consumer that keeps up has 0 seconds. Samples do not depend on appends or on who asks, so
 * nobody learns the time of an append better than to ten seconds.
 */
export const createConsumerLagMeter = ({ logs, consumers, clock }: LagMeterDependencies): ConsumerLagMeter => {
  const behindSince = new Map<string, number>()
  let lastSample: Sample | undefined

  const readHeads = async (): Promise<Heads> => {
    const [circulation, persons] = await Promise.all([logs.circulation.head(), logs.persons.head()])
    return { circulation, persons }
  }
  /** Answers how many events follow a position. Consumers at the same position share the count. */
  const countOnce = (): ((consumer: LogConsumerPosition) => Promise<number>) => {
    const counts = new Map<string, Promise<number>>()
    return ({ log, position }) => {
      const key = `${log} ${position ?? ''}`
      const count = counts.get(key) ?? logs[log].countAfter(position)()
      counts.set(key, count)
      return count
    }
  }
  const recordSince = (last: Sample | undefined): void => {
    for (const consumer of consumers()) {
      if (last === undefined || hasPassed(consumer.position, last.heads[consumer.log]))
        behindSince.delete(keyOf(consumer))
      else if (!behindSince.has(keyOf(consumer))) behindSince.set(keyOf(consumer), last.at)
    }
  }
  const measure = async (heads: Heads, at: number): Promise<LagByConsumer> => {
    const count = countOnce()
    const lags = new Map<string, ConsumerLag>()
    for (const consumer of consumers()) {
      const events = hasPassed(consumer.position, heads[consumer.log]) ? 0 : await count(consumer)
      const since = events === 0 ? undefined : behindSince.get(keyOf(consumer))
      const seconds = since === undefined ? 0 : roundDown(at - since)
      lags.set(consumer.name, addLag(lags.get(consumer.name), { events, seconds }))
    }
    return Object.fromEntries(lags)
  }
  const sample = async (): Promise<Sample> => {
    const heads = await readHeads()
    const at = clock.elapsed()
    recordSince(lastSample)
    lastSample = { at, heads, lag: await measure(heads, at) }
    return lastSample
  }
  return {
    sample: async () => {
      await sample()
    },
    readLag: async () => (lastSample ?? (await sample())).lag,
  }
}
