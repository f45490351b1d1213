import * as t from 'io-ts'

/** What a client asks for: its command line, and where its paths begin. One line of JSON. */
export const Request = t.strict({ argv: t.array(t.string), cwd: t.string })
export type Request = t.TypeOf<typeof Request>

/** What is answered, a line of JSON each, the exit code last. */
export const Answer = t.union([
  t.strict({ line: t.string }),
  t.strict({ problem: t.string }),
  t.strict({ progress: t.strict({ what: t.string, done: t.number, total: t.number }) }),
  t.strict({ endProgress: t.literal(true) }),
  t.strict({ exit: t.number }),
])
export type Answer = t.TypeOf<typeof Answer>

/** Reads a line of JSON by a codec; undefined when it is anything else. */
export const readLine =
  <A>(codec: t.Type<A, unknown>) =>
  (line: string): A | undefined => {
    try {
      const decoded = codec.decode(JSON.parse(line))
      return decoded._tag === 'Right' ? decoded.right : undefined
    } catch {
      return undefined
    }
  }
