/** Settings of a log on a KurrentDB cluster. All times are in ms. */
export interface KurrentSettings {
  /**
   * A prefix of the log's stream names on the server (`circulation.copy-3274626533`), so that several logs and other
   * programs can share a cluster. Without it every stream but the server's own belongs to the log.
   */
  readonly namespace?: string
  /** When a call counts as lost. */
  readonly callTimeout: number
  /** How long a lost call is repeated before the store counts as unavailable. */
  readonly retryTimeout: number
  /** After this silence a subscription compares its position with the end of the log. */
  readonly silenceTimeout: number
  /** The longest pause between two attempts. */
  readonly longestRetryPause: number
  /** The most events on a page. */
  readonly pageSize: number
}

/** The retries outlast the election of a new leader (2.5 s) and end before a caller at the counter gives up. */
export const defaultKurrentSettings: KurrentSettings = {
  callTimeout: 3000,
  retryTimeout: 5000,
  silenceTimeout: 2000,
  longestRetryPause: 1000,
  pageSize: 512,
}

const namespacePattern = /^[a-z][a-z0-9]{0,30}$/

/** Small letters and digits only: no namespace is a prefix of another (a dot follows), and a filter needs no escaping. */
export const isValidKurrentNamespace = (namespace: string | undefined): boolean =>
  namespace === undefined || namespacePattern.test(namespace)
