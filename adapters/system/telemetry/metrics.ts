import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** What is told of a system at the time of asking. */
export interface Vitals {
  readonly due: number
  readonly overdue: number
  /** Days between the oldest due day and today; 0 when nothing is due. */
  readonly lagDays: number
  /** Who follows the logs, and how many events each is behind. */
  readonly behind: Readonly<Record<string, number>>
}

/** Counters and gauges; their labels are route templates, names of commands and tags, never an id. */
export interface Metrics {
  readonly requested: (request: {
    readonly method: string
    readonly route: string
    readonly status: number
    readonly seconds: number
  }) => void
  readonly commanded: (command: string, outcome: string) => void
  /** The text that Prometheus reads. */
  readonly exposition: (vitals: Vitals) => Promise<{ readonly type: string; readonly text: string }>
}

const instruments = (registry: Registry) => ({
  requests: new Histogram({
    name: 'glemsom_http_request_duration_seconds',
    help: 'Time from a request to its answer, by route template',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  }),
  commands: new Counter({
    name: 'glemsom_commands_total',
    help: 'Commands by type and by what came of them',
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
    help: 'Events that a follower of the logs has not yet taken',
    labelNames: ['follower'],
    registers: [registry],
  }),
})

const made = (registry: Registry): Metrics => {
  const { requests, commands, retention, lag, behind } = instruments(registry)
  return {
    requested: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    commanded: (command, outcome) => commands.inc({ command, outcome }),
    exposition: async (vitals) => {
      retention.set({ state: 'due' }, vitals.due)
      retention.set({ state: 'overdue' }, vitals.overdue)
      lag.set(vitals.lagDays)
      for (const [follower, events] of Object.entries(vitals.behind)) behind.set({ follower }, events)
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}

/** Metrics of the library alone. */
export const createMetrics = (): Metrics => made(new Registry())

/** Metrics of the library and of the process it runs in. */
export const createProcessMetrics = (): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return made(registry)
}
