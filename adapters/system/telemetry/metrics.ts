import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** Current values for the gauges. */
export interface GaugeReadings {
  readonly due: number
  readonly overdue: number
  /** Days between the oldest due day and today; 0 when nothing is due. */
  readonly lagDays: number
  /** By projector or reactor: how many logs it has not read to their end. */
  readonly behind: Readonly<Record<string, number>>
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
  behind: new Gauge({
    name: 'glemsom_projection_lag_events',
    help: 'How many logs a projector or reactor has not read to their end',
    labelNames: ['consumer'],
    registers: [registry],
  }),
})

const metricsIn = (registry: Registry): Metrics => {
  const { requests, commands, retention, lag, behind } = createInstruments(registry)
  return {
    recordRequest: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    recordCommand: (command, outcome) => commands.inc({ command, outcome }),
    exposition: async (readings) => {
      retention.set({ state: 'due' }, readings.due)
      retention.set({ state: 'overdue' }, readings.overdue)
      lag.set(readings.lagDays)
      for (const [consumer, logs] of Object.entries(readings.behind)) behind.set({ consumer }, logs)
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
