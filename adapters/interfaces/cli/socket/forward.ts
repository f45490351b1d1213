import { connect } from 'node:net'
import { exitCode, isExitCode, type ExitCode } from '../exit-code'
import type { Out } from '../out'
import { linesOf } from './lines'
import { Answer, readLine, type Request } from './messages'
import { socketIn } from './place'

const told = (out: Out, answer: Answer | undefined): ExitCode | undefined => {
  if (answer === undefined) return undefined
  if ('line' in answer) out.line(answer.line)
  else if ('problem' in answer) out.problem(answer.problem)
  else if ('progress' in answer) out.progress(answer.progress)
  else if ('endProgress' in answer) out.endProgress()
  else return isExitCode(answer.exit) ? answer.exit : exitCode.refused
  return undefined
}

const noAnswer: Readonly<Record<string, readonly [ExitCode, string]>> = {
  ENOENT: [exitCode.inUse, 'The data folder is in use by another command. Wait for it to end.'],
  ECONNREFUSED: [exitCode.inUse, 'The data folder is in use by another command. Wait for it to end.'],
}
const brokenOff: readonly [ExitCode, string] = [
  exitCode.unavailable,
  'The serving process went away before it had answered. Run the command again.',
]

/** Lets the process that owns a folder run a command line, and passes on what it says and its exit code. */
export const forwardToOwner =
  (folder: string) =>
  async (request: Request, out: Out): Promise<ExitCode> => {
    const socket = connect(socketIn(folder))
    socket.write(`${JSON.stringify(request)}\n`)
    let wrong = brokenOff
    try {
      for await (const line of linesOf(socket)) {
        const exit = told(out, readLine(Answer)(line))
        if (exit !== undefined) return exit
      }
    } catch (error) {
      wrong = noAnswer[(error as { readonly code?: string }).code ?? ''] ?? brokenOff
    } finally {
      socket.destroy()
    }
    out.endProgress()
    out.problem(wrong[1])
    return wrong[0]
  }
