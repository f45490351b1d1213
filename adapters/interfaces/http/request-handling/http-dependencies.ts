import type { RequestHandler } from 'express'
import type { Logger } from '../../../system/telemetry/logger'
import type { Metrics } from '../../../system/telemetry/metrics'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { FailingPartRegistry } from '../../../processes/failures/failing-system-part-registry'
import type { TokenVerifier } from '../tokens/token-verifier'

/** What the HTTP application needs. */
export interface HttpDependencies {
  readonly library: RunningLibrary
  readonly tokenVerifier: TokenVerifier
  /** Whether the keys that verify tokens can be fetched. Absent when they are not fetched from anywhere. */
  readonly issuerParts?: Pick<FailingPartRegistry, 'list'>
  /** Where people reach the pages, without a slash at the end: links in mails begin with it. */
  readonly publicUrl: string
  /** The pages of the site. Absent where only the interface is served: then `/` leads to its description. */
  readonly site?: RequestHandler
  readonly logger: Logger
  readonly metrics: Metrics
  /**
   * `trial` is plain HTTP on the own machine. In `production` a proxy ends TLS, and browsers are told to use TLS only.
   */
  readonly mode: 'production' | 'trial'
  /** From which addresses it is believed that a request came over TLS, as Express names them. By default from none. */
  readonly trustedProxies?: ReadonlyArray<string>
}
