import { text } from 'node:stream/consumers'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { FileDamage } from './find-file-damage'
import { startChildProcess } from './start-child-process'

/** Checks a file. Answers what is damaged, undefined for nothing; StoreUnavailable when it could not be checked. */
export type CheckFile = (
  file: string,
  /** Ends the check at once. */
  stop: AbortSignal,
) => TaskEither<StoreUnavailable, FileDamage | undefined>

/** What the process of a check writes, as JSON. */
export type FileCheckProcessOutput = E.Either<StoreUnavailable, FileDamage | null>

const processEnded: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'the process that checked the file has ended before its answer',
}

const decodeAnswer = (answer: string): E.Either<StoreUnavailable, FileDamage | undefined> =>
  pipe(
    E.tryCatch(
      () => JSON.parse(answer) as FileCheckProcessOutput,
      () => processEnded,
    ),
    E.flatten,
    E.map((damage) => damage ?? undefined),
  )

/** The answer that the process of a check writes; empty when it was ended. Rejects when it could not be started. */
const answerOfProcess = async (file: string, stop: AbortSignal): Promise<string> => {
  const checking = startChildProcess(__dirname, 'integrity-process', [file])
  const end = (): void => void checking.kill('SIGKILL')
  stop.addEventListener('abort', end)
  if (stop.aborted) end()
  try {
    const closed = new Promise((resolve) => checking.once('close', resolve))
    const answer = await text(checking.stdout)
    await closed
    return answer
  } finally {
    stop.removeEventListener('abort', end)
  }
}

/**
 * Checks a file that this process may have open, in a process of its own: nothing waits for it, and unlike a thread,
 * which SQLite keeps until it has read the whole file, it can be ended at once. It ends with this process.
 */
export const checkDatabaseFile: CheckFile = (file, stop) =>
  pipe(
    TE.tryCatch(
      () => answerOfProcess(file, stop),
      () => processEnded,
    ),
    TE.flatMapEither(decodeAnswer),
  )
