import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** Current values for the gauges. */
export interface GaugeReadings {
  readonly due: number
  readonly overdue: number
  /** Days between the oldest due day and today; 0 when nothing is due. */
  readonly lagDays: number
  /** How far each projector and reactor is behind the ends of its logs. */
  readonly behind: Readonly<Record<string, { readonly events: number; readonly seconds: number }>>
}

/** Counters and gauges. Labels are route templates, command names and tags, never ids. */
export interface Metrics {
  readonly recordRequest: (request: {
    readonly method: string
    readonly route: string
    readonly status: number
    readonly seconds: number
  }) => void
  readonly recordCommand: (command: string, outcome: string) => void
  /** The metrics in the text format of Prometheus. */
  readonly exposition: (readings: GaugeReadings) => Promise<{ readonly type: string; readonly text: string }>
}

const createInstruments = (registry: Registry) => ({
  requests: new Histogram({
    name: 'glemsom_http_request_duration_seconds',
    help: 'Time from a request to its answer, by route template',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  }),
  commands: new Counter({
    name: 'glemsom_commands_total',
    help: 'Commands by type and outcome',
    labelNames: ['command', 'outcome'],
    registers: [registry],
  }),
  retention: new Gauge({
    name: 'glemsom_retention_scopes',
    help: 'Scopes that are due for erasure today, and those that are overdue',
    labelNames: ['state'],
    registers: [registry],
  }),
  lag: new Gauge({
    name: 'glemsom_retention_lag_days',
    help: 'Days by which the oldest erasure is late',
    registers: [registry],
  }),
  eventsBehind: new Gauge({
    name: 'glemsom_projection_lag_events',
    help: 'Events that a projector or reactor has not read yet, of both logs together',
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

const metricsIn = (registry: Registry): Metrics => {
  const { requests, commands, retention, lag, eventsBehind, secondsBehind } = createInstruments(registry)
  return {
    recordRequest: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    recordCommand: (command, outcome) => commands.inc({ command, outcome }),
    exposition: async (readings) => {
      retention.set({ state: 'due' }, readings.due)
      retention.set({ state: 'overdue' }, readings.overdue)
      lag.set(readings.lagDays)
      for (const [consumer, { events, seconds }] of Object.entries(readings.behind)) {
        eventsBehind.set({ consumer }, events)
        secondsBehind.set({ consumer }, seconds)
      }
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}

/** Creates the metrics of the library. */
export const createMetrics = (): Metrics => metricsIn(new Registry())

/** Creates the metrics of the library and of its Node.js process. */
export const createProcessMetrics = (): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return metricsIn(registry)
}
