import { performance } from 'node:perf_hooks'
import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import type { MonotonicClock } from '../../../domain/ports/clocks'
import { createSteppedCounters, readAtMostEveryTenMinutes, roundDownToMetricStep } from './rounded-metric-counts'

/** How the heads of a log fare with a witness. */
interface WitnessReading {
  readonly log: string
  readonly witness: string
  readonly failedPosts: number
  /** Calendar days; null while it has cosigned none. */
  readonly cosignatureAgeDays: number | null
}

/** Current values for the gauges. */
export interface GaugeReadings {
  readonly due: number
  readonly overdue: number
  /** Days between the oldest due day and today; 0 when nothing is due. */
  readonly lagDays: number
  /** Whether the newest backup of the keys is older than half the escrow. */
  readonly isKeyBackupTooOld: boolean
  /** How the heads of each log fare with each witness. */
  readonly witnesses: ReadonlyArray<WitnessReading>
  /** How far each projector and reactor is behind the ends of its logs. */
  readonly behind: Readonly<Record<string, { readonly events: number; readonly seconds: number }>>
}

/** What a request does. Commands of the two logs share one kind, so that no count belongs to one log alone. */
export type RequestKind = 'read' | 'command' | 'other'

/** Counters and gauges. Their labels are words of this file, and names of logs, consumers and witnesses, never ids. */
export interface Metrics {
  readonly recordRequest: (request: {
    readonly kind: RequestKind
    readonly status: number
    readonly seconds: number
  }) => void
  /** The metrics in the text format of Prometheus. */
  readonly exposition: (readings: GaugeReadings) => Promise<{ readonly type: string; readonly text: string }>
}

/** Upper bounds of durations, in seconds. */
const bounds = [0.01, 0.05, 0.1, 0.5, 1, 5, Infinity]

const outcomeOf = (status: number): string => {
  if (status >= 500) return 'failed'
  return status >= 400 ? 'refused' : 'answered'
}

const createInstruments = (registry: Registry) => ({
  requests: new Counter({
    name: 'glemsom_http_requests_total',
    help: 'Requests by kind and outcome, in steps of 100, renewed every ten minutes',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  }),
  durations: new Counter({
    name: 'glemsom_http_request_duration_seconds_bucket',
    help: 'Requests answered within so many seconds, by kind, in steps of 100, renewed every ten minutes',
    labelNames: ['kind', 'le'],
    registers: [registry],
  }),
  retention: new Gauge({
    name: 'glemsom_retention_scopes',
    help: 'Scopes that are due for erasure today, in steps of 100, and those that are overdue',
    labelNames: ['state'],
    registers: [registry],
  }),
  lag: new Gauge({
    name: 'glemsom_retention_lag_days',
    help: 'Days by which the oldest erasure is late',
    registers: [registry],
  }),
  keyBackup: new Gauge({
    name: 'glemsom_key_backup_too_old',
    help: '1 when the newest backup of the keys is older than half the days in escrow, else 0',
    registers: [registry],
  }),
  failedPosts: new Counter({
    name: 'glemsom_witness_failed_posts_total',
    help: 'How often this process has sent a head of a log to a witness, and got no cosignature',
    labelNames: ['log', 'witness'],
    registers: [registry],
  }),
  cosignatureAge: new Gauge({
    name: 'glemsom_witness_cosignature_age_days',
    help: 'Calendar days since the newest cosignature of a witness on a head of a log; none while it has cosigned none',
    labelNames: ['log', 'witness'],
    registers: [registry],
  }),
  eventsBehind: new Gauge({
    name: 'glemsom_projection_lag_events',
    help: 'Events that a projector or reactor has not read yet, of both logs together, in steps of 100',
    labelNames: ['consumer'],
    registers: [registry],
  }),
  secondsBehind: new Gauge({
    name: 'glemsom_projection_lag_seconds',
    help: 'For how long a projector or reactor has been behind, in whole tens of seconds',
    labelNames: ['consumer'],
    registers: [registry],
  }),
})

const setCounts = (
  counter: Counter,
  labelNames: readonly [string, string],
  counts: ReadonlyMap<string, number>,
): void => {
  counter.reset()
  for (const [name, count] of counts) {
    const [first = '', second = ''] = name.split(' ')
    counter.inc({ [labelNames[0]]: first, [labelNames[1]]: second }, count)
  }
}

/** A day is all that is told of a cosignature, and a failed post belongs to no single event. */
const setWitnesses = (
  { failedPosts, cosignatureAge }: Pick<ReturnType<typeof createInstruments>, 'failedPosts' | 'cosignatureAge'>,
  readings: ReadonlyArray<WitnessReading>,
): void => {
  failedPosts.reset()
  cosignatureAge.reset()
  for (const { log, witness, ...reading } of readings) {
    failedPosts.inc({ log, witness }, reading.failedPosts)
    if (reading.cosignatureAgeDays !== null) cosignatureAge.set({ log, witness }, reading.cosignatureAgeDays)
  }
}

const metricsIn = (registry: Registry, clock: MonotonicClock, readOthers: () => Promise<string>): Metrics => {
  const instruments = createInstruments(registry)
  const { requests, durations, retention, lag, keyBackup, eventsBehind, secondsBehind } = instruments
  const [requestCounts, durationCounts] = [createSteppedCounters(clock), createSteppedCounters(clock)]
  return {
    recordRequest: ({ kind, status, seconds }) => {
      requestCounts.add(`${kind} ${outcomeOf(status)}`)
      for (const bound of bounds)
        if (seconds <= bound) durationCounts.add(`${kind} ${bound === Infinity ? '+Inf' : String(bound)}`)
    },
    exposition: async (readings) => {
      setCounts(requests, ['kind', 'outcome'], requestCounts.published())
      setCounts(durations, ['kind', 'le'], durationCounts.published())
      retention.set({ state: 'due' }, roundDownToMetricStep(readings.due))
      retention.set({ state: 'overdue' }, readings.overdue)
      lag.set(readings.lagDays)
      keyBackup.set(readings.isKeyBackupTooOld ? 1 : 0)
      setWitnesses(instruments, readings.witnesses)
      for (const [consumer, { events, seconds }] of Object.entries(readings.behind)) {
        eventsBehind.set({ consumer }, roundDownToMetricStep(events))
        secondsBehind.set({ consumer }, seconds)
      }
      return { type: registry.contentType, text: `${await registry.metrics()}${await readOthers()}` }
    },
  }
}

const monotonicClock: MonotonicClock = { elapsed: () => performance.now() }

/** Creates the metrics of the library. */
export const createMetrics = (clock: MonotonicClock = monotonicClock): Metrics =>
  metricsIn(new Registry(), clock, () => Promise.resolve(''))

/**
 * Creates the metrics of the library and of its Node.js process. Those of the process are renewed every ten minutes too:
 * a PIN takes so much work that the processor time of a second would show it.
 */
export const createProcessMetrics = (clock: MonotonicClock = monotonicClock): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return metricsIn(
    new Registry(),
    clock,
    readAtMostEveryTenMinutes(clock, () => registry.metrics()),
  )
}
