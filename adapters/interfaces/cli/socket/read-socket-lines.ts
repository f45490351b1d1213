import type { Socket } from 'node:net'

/** A longer line is not a command line of ours. */
const maxLineLength = 1_000_000

/** Reads lines from a socket. Ends with the socket, or at a line that is too long. */
export async function* readSocketLines(socket: Socket): AsyncGenerator<string, void, undefined> {
  socket.setEncoding('utf8')
  let rest = ''
  for await (const chunk of socket as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (rest.length > maxLineLength) return
  }
}
