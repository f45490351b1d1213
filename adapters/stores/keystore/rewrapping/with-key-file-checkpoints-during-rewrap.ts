import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { RewrappedRows, RewrappingRowReader } from '../../../../retention/epochs/rewrapping-row-reader'
import { wipeWrappedKeysInMemory } from '../../../../retention/keys/key-row'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import {
  startSqliteCheckpointThread,
  type SqliteCheckpointThread,
} from '../../sqlite/checkpoints/start-sqlite-checkpoint-thread'
import { keyStoreSqliteSettings } from '../sqlite/key-store-sqlite-settings'
import type { KeyStorePlace } from './older-epoch-key-reader'

/** Rows between two checkpoints. They change somewhat more pages; a commit that must copy them takes about 10 ms longer. */
const rowsBetweenCheckpoints = 1000

type Answer = E.Either<Unavailable, RewrappedRows | undefined>

const wipeAnswer = (answer: Answer): void => {
  if (E.isRight(answer)) wipeWrappedKeysInMemory(answer.right?.rows ?? [])
}

/** While a checkpoint is made, the rows after those that wait for it are made. */
const betweenCheckpoints = (rewrapping: RewrappingRowReader, thread: SqliteCheckpointThread): RewrappingRowReader => {
  // The first checkpoint brings in what was written before.
  let rowsSince = rowsBetweenCheckpoints
  let ahead: Promise<Answer> | undefined
  const take = (limit: number): Promise<Answer> => {
    const taken = ahead ?? rewrapping.next(limit)()
    ahead = undefined
    return taken
  }
  const isDue = (answer: Answer): boolean => {
    rowsSince += E.isRight(answer) ? (answer.right?.rows.length ?? 0) : 0
    return E.isRight(answer) && answer.right !== undefined && rowsSince >= rowsBetweenCheckpoints
  }
  return {
    next: (limit) => async () => {
      const answer = await take(limit)
      if (!isDue(answer)) return answer
      rowsSince = 0
      ahead = rewrapping.next(limit)()
      const checkpointed = await thread.submit('checkpoint', () => undefined)
      if (E.isRight(checkpointed)) return answer
      wipeAnswer(answer)
      return E.left(keysUnavailable(checkpointed.left.reason))
    },
    end: async () => {
      if (ahead !== undefined) wipeAnswer(await ahead)
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
export const withKeyFileCheckpointsDuringRewrap =
  (place: KeyStorePlace | undefined) =>
  (start: TE.TaskEither<Unavailable, RewrappingRowReader>): TE.TaskEither<Unavailable, RewrappingRowReader> =>
    place?._tag === 'Files'
      ? TE.map((rewrapping: RewrappingRowReader) =>
          betweenCheckpoints(
            rewrapping,
            startSqliteCheckpointThread({ files: place.files, settings: keyStoreSqliteSettings }),
          ),
        )(start)
      : start
