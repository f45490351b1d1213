import type { Socket } from 'node:net'

/** A longer line is not a command line of ours. */
const maxLineLength = 1_000_000

/**
 * Reads lines from a socket. Ends with the socket, or at a line that is too long. A caller that stops reading leaves the
 * socket open: what was written to it and is not sent yet would be lost with it.
 */
export async function* readSocketLines(socket: Socket): AsyncGenerator<string, void, undefined> {
  socket.setEncoding('utf8')
  let rest = ''
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (rest.length > maxLineLength) return
  }
}
