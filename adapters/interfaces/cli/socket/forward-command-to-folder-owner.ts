import { connect } from 'node:net'
import { exitCode, isExitCode, type ExitCode } from '../exit-code'
import type { CliOutput } from '../cli-output'
import { readSocketLines } from './read-socket-lines'
import { CommandSocketOutputMessage, decodeSocketLine, type CommandSocketRequest } from './socket-messages'
import { socketPath } from './socket-path'

const relayMessage = (output: CliOutput, message: CommandSocketOutputMessage | undefined): ExitCode | undefined => {
  if (message === undefined) return undefined
  if ('line' in message) output.writeLine(message.line)
  else if ('problem' in message) output.writeProblem(message.problem)
  else if ('notice' in message) output.writeNotice(message.notice)
  else if ('progress' in message) output.showProgress(message.progress)
  else if ('endProgress' in message) output.endProgress()
  else return isExitCode(message.exit) ? message.exit : exitCode.refused
  return undefined
}

const connectionProblems: Readonly<Record<string, readonly [ExitCode, string]>> = {
  ENOENT: [exitCode.inUse, 'The data folder is in use by another command. Wait for it to end.'],
  ECONNREFUSED: [exitCode.inUse, 'The data folder is in use by another command. Wait for it to end.'],
}
const connectionLost: readonly [ExitCode, string] = [
  exitCode.unavailable,
  'The serving process ended before it answered. Run the command again.',
]

/** Sends a command line to the process that owns the folder, and relays its output and exit code. */
export const forwardCommandToFolderOwner =
  (folder: string) =>
  async (request: CommandSocketRequest, output: CliOutput): Promise<ExitCode> => {
    const socket = connect(socketPath(folder))
    socket.write(`${JSON.stringify(request)}\n`)
    let problem = connectionLost
    try {
      for await (const line of readSocketLines(socket)) {
        const exit = relayMessage(output, decodeSocketLine(CommandSocketOutputMessage)(line))
        if (exit !== undefined) return exit
      }
    } catch (error) {
      problem = connectionProblems[(error as { readonly code?: string }).code ?? ''] ?? connectionLost
    } finally {
      socket.destroy()
    }
    output.endProgress()
    output.writeProblem(problem[1])
    return problem[0]
  }
