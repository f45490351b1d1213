import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import type { ExitCode } from '../exit-code'
import { exitCode } from '../exit-code'
import type { Out } from '../out'
import { linesOf } from './lines'
import { readLine, Request, type Answer } from './messages'
import { socketIn } from './place'

/** Runs a command line for a client in the process that owns the folder. */
export type RunHere = (request: Request, out: Out) => Promise<ExitCode>

/** A socket that takes commands. */
export interface Listening {
  readonly close: () => Promise<void>
}

const answering = (socket: Socket): ((answer: Answer) => void) => {
  // A client that has gone away is told nothing; what it asked for is done to the end.
  socket.on('error', () => undefined)
  return (answer) => {
    if (socket.writable) socket.write(`${JSON.stringify(answer)}\n`)
  }
}

const outTo = (answer: (answer: Answer) => void): Out => ({
  line: (text) => answer({ line: text }),
  problem: (text) => answer({ problem: text }),
  progress: ({ what, done, total }) => answer({ progress: { what, done, total } }),
  endProgress: () => answer({ endProgress: true }),
})

const failed = (out: Out): ExitCode => {
  out.problem('The serving process met an error it did not expect; its log says more.')
  return exitCode.refused
}

const serve = async (socket: Socket, run: RunHere): Promise<void> => {
  const answer = answering(socket)
  const out = outTo(answer)
  for await (const line of linesOf(socket)) {
    const request = readLine(Request)(line)
    if (request === undefined) answer({ exit: exitCode.usage })
    else answer({ exit: await run(request, out).catch(() => failed(out)) })
    break
  }
  socket.end()
}

/**
 * Takes commands for a data folder by a local socket of mode 0600. Only the process that owns the folder may listen;
 * a socket left by one that was killed is replaced.
 */
export const listenOnSocket = (folder: string, run: RunHere): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const file = socketIn(folder)
    const open = new Set<Socket>()
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      serve(socket, run).catch(() => socket.destroy())
    })
    rmSync(file, { force: true })
    server.once('error', reject)
    // Made with the mode it keeps: there is no moment in which others could connect.
    const mask = process.umask(0o177)
    server.listen(file, () => {
      chmodSync(file, 0o600)
      resolve({
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            for (const socket of open) socket.destroy()
          }),
      })
    })
    process.umask(mask)
  })
