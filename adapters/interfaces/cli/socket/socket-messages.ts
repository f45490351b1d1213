import * as t from 'io-ts'

/** The request of a client: its command line and its working directory, in one line of JSON. */
export const CommandSocketRequest = t.strict({ argv: t.array(t.string), cwd: t.string })
export type CommandSocketRequest = t.TypeOf<typeof CommandSocketRequest>

/** A message to the client, each a line of JSON; the exit code comes last. */
export const CommandSocketOutputMessage = t.union([
  t.strict({ line: t.string }),
  t.strict({ problem: t.string }),
  t.strict({ notice: t.string }),
  t.strict({ progress: t.strict({ what: t.string, done: t.number, total: t.number }) }),
  t.strict({ endProgress: t.literal(true) }),
  t.strict({ exit: t.number }),
])
export type CommandSocketOutputMessage = t.TypeOf<typeof CommandSocketOutputMessage>

/** Decodes a line of JSON; undefined when it is invalid. */
export const decodeSocketLine =
  <A>(codec: t.Type<A, unknown>) =>
  (line: string): A | undefined => {
    try {
      const decoded = codec.decode(JSON.parse(line))
      return decoded._tag === 'Right' ? decoded.right : undefined
    } catch {
      return undefined
    }
  }
