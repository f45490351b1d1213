import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import type { ExitCode } from '../exit-code'
import { exitCode } from '../exit-code'
import type { CliOutput } from '../cli-output'
import { readSocketLines } from './read-socket-lines'
import { decodeSocketLine, CommandSocketRequest, type CommandSocketOutputMessage } from './socket-messages'
import { socketPath } from './socket-path'

/** Runs a command line for a client. */
export type RunCommandLineForClient = (request: CommandSocketRequest, output: CliOutput) => Promise<ExitCode>

/** A socket that accepts commands. */
interface CommandSocket {
  readonly close: () => Promise<void>
}

const createSender = (socket: Socket): ((send: CommandSocketOutputMessage) => void) => {
  // A client may disconnect: its command still runs to the end.
  socket.on('error', () => undefined)
  return (send) => {
    if (socket.writable) socket.write(`${JSON.stringify(send)}\n`)
  }
}

const outputTo = (send: (send: CommandSocketOutputMessage) => void): CliOutput => ({
  writeLine: (text) => send({ line: text }),
  writeProblem: (text) => send({ problem: text }),
  writeNotice: (text) => send({ notice: text }),
  showProgress: ({ what, done, total }) => send({ progress: { what, done, total } }),
  endProgress: () => send({ endProgress: true }),
})

const reportUnexpectedError = (output: CliOutput): ExitCode => {
  output.writeProblem('The serving process had an unexpected error. See its log.')
  return exitCode.refused
}

const serveClient = async (socket: Socket, run: RunCommandLineForClient): Promise<void> => {
  const send = createSender(socket)
  const output = outputTo(send)
  for await (const line of readSocketLines(socket)) {
    const request = decodeSocketLine(CommandSocketRequest)(line)
    if (request === undefined) send({ exit: exitCode.usage })
    else send({ exit: await run(request, output).catch(() => reportUnexpectedError(output)) })
    break
  }
  socket.end()
}

/**
 * Accepts commands for a data folder on a local socket of mode 0600. Only the process that owns the folder may listen;
 * it replaces a socket that a killed process left behind.
 */
export const listenOnCommandSocket = (folder: string, run: RunCommandLineForClient): Promise<CommandSocket> =>
  new Promise((resolve, reject) => {
    const file = socketPath(folder)
    const connections = new Set<Socket>()
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      connections.add(socket)
      socket.on('close', () => connections.delete(socket))
      serveClient(socket, run).catch(() => socket.destroy())
    })
    rmSync(file, { force: true })
    server.once('error', reject)
    // The umask sets the mode at creation, so that nobody else can connect in between.
    const mask = process.umask(0o177)
    server.listen(file, () => {
      chmodSync(file, 0o600)
      resolve({
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            for (const socket of connections) socket.destroy()
          }),
      })
    })
    process.umask(mask)
  })
