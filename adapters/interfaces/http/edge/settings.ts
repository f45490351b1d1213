import type { Log } from '../../../system/telemetry/log'
import type { Metrics } from '../../../system/telemetry/metrics'
import type { System } from '../../../processes/running/system'
import type { Tokens } from '../tokens/tokens'

/** What HTTP serves, and by whose leave. */
export interface HttpSettings {
  readonly system: System
  readonly tokens: Tokens
  readonly log: Log
  readonly metrics: Metrics
  /** `trial` is plain HTTP on one's own machine; in production TLS ends in front, and browsers are held to it. */
  readonly mode: 'production' | 'trial'
}
