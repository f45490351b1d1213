import type { Socket } from 'node:net'

/** More than this without an end of line is no command line of ours. */
const longestLine = 1_000_000

/** The lines that come out of a socket. Ends with the socket, or with a line that does not end. */
export async function* linesOf(socket: Socket): AsyncGenerator<string, void, undefined> {
  socket.setEncoding('utf8')
  let rest = ''
  for await (const chunk of socket as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (rest.length > longestLine) return
  }
}
