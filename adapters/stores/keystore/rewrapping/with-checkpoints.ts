import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { RewrappedRows, Rewrapping } from '../../../../retention/epochs/rewrapping'
import { wipeWrappedKeys } from '../../../../retention/keys/key-row'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { startThread } from '../../sqlite/writer-thread/start-thread'
import { writerThread, type FileWriter } from '../../sqlite/writer-thread/writer-thread'
import type { CheckpointProtocol } from './checkpoint-protocol'
import type { KeyPlace } from './older-keys'

/** Rows between two checkpoints. They change somewhat more pages; a commit that must copy them takes about 10 ms longer. */
const rowsBetweenCheckpoints = 1000

type CheckpointThread = FileWriter<CheckpointProtocol>

const startCheckpointThread = (files: ReadonlyArray<string>): CheckpointThread =>
  writerThread(
    (setup) => startThread(__dirname, 'checkpoint-thread', { workerData: setup, transferList: [setup.port] }),
    files,
  )

const betweenCheckpoints = (rewrapping: Rewrapping, thread: CheckpointThread): Rewrapping => {
  // The first checkpoint brings in what was written before.
  let rowsSince = rowsBetweenCheckpoints
  const checkpointIfDue = async (answered: RewrappedRows): Promise<E.Either<Unavailable, RewrappedRows>> => {
    rowsSince += answered.rows.length
    if (rowsSince < rowsBetweenCheckpoints) return E.right(answered)
    rowsSince = 0
    const checkpointed = await thread.submit('checkpoint', () => undefined)
    if (E.isRight(checkpointed)) return E.right(answered)
    wipeWrappedKeys(answered.rows)
    return E.left(keysUnavailable(checkpointed.left.reason))
  }
  return {
    next: (limit) =>
      pipe(
        rewrapping.next(limit),
        TE.flatMap((answered) => (answered === undefined ? TE.right(undefined) : () => checkpointIfDue(answered))),
      ),
    end: async () => {
      await rewrapping.end()
      await thread.close()
    },
  }
}

/**
 * The same re-wrapping, of keys in files: a thread copies the write-ahead logs into the files from time to time, when the
 * rows before have most likely been written, and the next ones are not sent yet. Otherwise the writer does so in a commit,
 * all 16,000 pages at once, and commands wait for it.
 */
export const withCheckpoints =
  (place: KeyPlace | undefined) =>
  (start: TE.TaskEither<Unavailable, Rewrapping>): TE.TaskEither<Unavailable, Rewrapping> =>
    place?._tag === 'Files'
      ? TE.map((rewrapping: Rewrapping) => betweenCheckpoints(rewrapping, startCheckpointThread(place.files)))(start)
      : start
