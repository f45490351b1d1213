/** How a log on a cluster is asked. All times are in milliseconds. */
export interface KurrentSettings {
  /**
   * A prefix of the log's stream names on the server (`circulation.copy-3274626533`), so that several logs, or a log
   * and strangers, can stand on one cluster. Without it every stream that is not the server's own is the log's.
   */
  readonly namespace?: string
  /** How long one call may take before its answer counts as lost. */
  readonly deadline: number
  /** How long a call is repeated whose answer was lost, before the store counts as unavailable. */
  readonly patience: number
  /** How long a subscription may be silent before the log's end is asked for. */
  readonly pollEvery: number
  /** The longest pause between two tries. */
  readonly longestPause: number
  /** The most events a page holds. */
  readonly pageSize: number
}

/** Long enough for a node to come back as leader (2.5 s), short enough that a desk is told to wait. */
export const usualSettings: KurrentSettings = {
  deadline: 3000,
  patience: 5000,
  pollEvery: 2000,
  longestPause: 1000,
  pageSize: 512,
}

const form = /^[a-z][a-z0-9]{0,30}$/

/** Whether a namespace can be told apart from every other by its prefix, and needs no care in a filter. */
export const isNamespace = (namespace: string | undefined): boolean => namespace === undefined || form.test(namespace)
