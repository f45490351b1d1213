import type { StreamName } from '../../../../domain/event/stream'

/** How the streams of one log are called on the server. */
export interface Names {
  readonly onServer: (stream: StreamName) => string
  /** The stream of an event of this log. */
  readonly inLog: (name: string) => StreamName
  /** What begins every name of this log and no other; undefined when every stream but the server's own is the log's. */
  readonly prefix: string | undefined
}

/** Names of a log in a namespace, or of one that has the server to itself. */
export const namesIn = (namespace: string | undefined): Names => {
  const prefix = namespace === undefined ? '' : `${namespace}.`
  return {
    onServer: (stream) => prefix + stream,
    inLog: (name) => name.slice(prefix.length) as StreamName,
    prefix: namespace === undefined ? undefined : prefix,
  }
}
