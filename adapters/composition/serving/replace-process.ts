import type { RequestListener } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import type { CliOutput } from '../../interfaces/cli/cli-output'
import type { ServeOptions } from '../../interfaces/cli/parse-command-line'
import { forwardCommandToFolderOwner } from '../../interfaces/cli/socket/forward-command-to-folder-owner'
import type { LibraryOpeningError } from '../library-opening-error'
import { listenOnServicePorts, type ListeningPorts } from './listening-ports'

/** In ms. So long the process before may take to finish its requests and its work, and to close the library. */
const longestWait = 120_000

/** In ms. So long the process that serves may take to answer that it ends. */
const longestAnswer = 10_000

const ownerDoesNotAnswer =
  'The process that serves the folder does not answer, so its place was not taken. It may be paused, or hang: end it, and then start this one without --replace.'

/** In ms, between two attempts to lock the folder. */
const lockInterval = 50

const portsCannotBeShared =
  'This port cannot be shared with the process that serves the folder. --replace needs Linux, the same --port and --metrics-port, and a process of this user that glemsom 0.2.0 or later has started. Otherwise stop that process, and then start this one.'

const unavailable: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '5' }).end()
}

/**
 * Opens the ports of the service beside the process that serves the folder, and asks that process to end. Requests that
 * arrive here wait. The exit code when either is refused: the other process goes on serving then.
 */
export const beginProcessReplacement = async (
  folder: string,
  options: ServeOptions,
  output: CliOutput,
): Promise<E.Either<ExitCode, ListeningPorts>> => {
  const ports = await listenOnServicePorts(options).catch(() => undefined)
  if (ports === undefined) {
    output.writeProblem(portsCannotBeShared)
    return E.left(exitCode.refused)
  }
  const request = { argv: ['serve', '--replace'], cwd: process.cwd() }
  const noAnswer = setTimeout(longestAnswer, undefined, { ref: false })
  const code = await Promise.race([forwardCommandToFolderOwner(folder)(request, output), noAnswer])
  if (code === exitCode.done) return E.right(ports)
  if (code === undefined) output.writeProblem(ownerDoesNotAnswer)
  await refuseRequestsAndClosePorts(ports)
  return E.left(code ?? exitCode.unavailable)
}

/** Answers what has arrived with 503, and closes the ports. */
export const refuseRequestsAndClosePorts = async (ports: ListeningPorts): Promise<void> => {
  ports.answerWith(unavailable, unavailable)
  await ports.close()
}

/**
 * Opens the library as soon as the process before has left the folder. If it cannot be opened, or `stopped` resolves
 * meanwhile, held requests get 503.
 */
export const openLibraryAfterPreviousProcess = async <A>(
  open: TaskEither<LibraryOpeningError, A>,
  ports: ListeningPorts,
  stopped: Promise<void>,
): Promise<E.Either<LibraryOpeningError, A>> => {
  const end = performance.now() + longestWait
  const untilStopped = stopped.then(() => 'stopped' as const)
  for (let signal: 'stopped' | undefined; ;) {
    const opened = await open()
    if (E.isRight(opened)) return opened
    if (opened.left._tag !== 'FolderInUse' || signal !== undefined || performance.now() >= end) {
      await refuseRequestsAndClosePorts(ports)
      return opened
    }
    signal = await Promise.race([untilStopped, setTimeout(lockInterval, undefined)])
  }
}
