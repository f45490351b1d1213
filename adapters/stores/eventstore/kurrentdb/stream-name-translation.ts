import type { StreamName } from '../../../../domain/event/stream'

/** Translates stream names between one log and the server. */
export interface KurrentStreamNameTranslation {
  readonly toServer: (stream: StreamName) => string
  /** The log's name of a stream on the server. */
  readonly fromServer: (name: string) => StreamName
  /** The start of every name of this log and of no other; undefined when the log has no namespace. */
  readonly prefix: string | undefined
}

/** The names of a log in a namespace, or of the only log on a server. */
export const namespacedStreamNames = (namespace: string | undefined): KurrentStreamNameTranslation => {
  const prefix = namespace === undefined ? '' : `${namespace}.`
  return {
    toServer: (stream) => prefix + stream,
    fromServer: (name) => name.slice(prefix.length) as StreamName,
    prefix: namespace === undefined ? undefined : prefix,
  }
}
