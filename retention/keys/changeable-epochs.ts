import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { Day } from '../../domain/values/day'
import { randomBytes } from '../sealing/random-bytes'
import type { Epoch } from './kek-ring'
import { keysUnavailable } from './keys-unavailable'
import type { KekRingContent, KekRingEpochKeys, KekRingEpochs, KekRingStorage } from './kek-ring-content'

const done: TaskEither<never, void> = TE.right(undefined)
export const noSuchEpoch = keysUnavailable('the ring has no such epoch')
export const laterEpochBegun = keysUnavailable('another process has begun a later epoch meanwhile')

/** New keys of an epoch that begins on this day. */
export const generateEpochKeys = (begunOn: Day | undefined): KekRingEpochKeys => ({
  wrapping: randomBytes(32),
  readModels: randomBytes(32),
  begunOn,
})

const anotherKey = keysUnavailable(
  'the ring has another key for an epoch than this process has read before: it was exchanged',
)

const wipeEpochs = ({ epochs, retired }: Pick<KekRingEpochs, 'epochs' | 'retired'>): void => {
  for (const { wrapping, readModels } of epochs.values()) {
    wrapping.fill(0)
    readModels.fill(0)
  }
  for (const { wrapping } of retired.values()) wrapping?.fill(0)
}

/** Puts other entries in the place of all that a map has. */
export const replaceAllMapEntries = <Key, Value>(map: Map<Key, Value>, entries: ReadonlyMap<Key, Value>): void => {
  map.clear()
  for (const [key, value] of entries) map.set(key, value)
}

/** Runs one task after the other, in order of arrival. */
const oneAfterTheOther = (): (<A>(task: Task<A>) => Task<A>) => {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => () => {
    const run = last.then(task, task)
    last = run
    return run
  }
}

/**
 * The epochs of a ring in memory, and the changes to them. A change is stored first. Changes, and reading the epochs anew,
 * run one after the other: the keys that one of them uses are not overwritten by another.
 */
export const createChangeableEpochs = (storage: KekRingStorage, content: KekRingContent) => {
  const epochs = new Map(content.epochs)
  const retired = new Map(content.retired)
  let { ended } = content
  const afterEarlierChanges = oneAfterTheOther()
  const current = (): Epoch => Math.max(...epochs.keys())
  const isAnotherKey = ([epoch, { wrapping }]: readonly [Epoch, KekRingEpochKeys]): boolean =>
    epochs.get(epoch)?.wrapping.equals(wrapping) === false
  const take = (stored: KekRingEpochs): E.Either<Unavailable, void> => {
    if ([...stored.epochs].some(isAnotherKey)) {
      wipeEpochs(stored)
      return E.left(anotherKey)
    }
    wipeEpochs({ epochs, retired })
    replaceAllMapEntries(epochs, stored.epochs)
    replaceAllMapEntries(retired, stored.retired)
    ended = stored.ended
    return E.right(undefined)
  }
  const begin = (on: Day): TaskEither<Unavailable, Epoch> => {
    const next = current() + 1
    return pipe(
      storage.createEpoch(next, generateEpochKeys(on)),
      TE.map((stored) => {
        epochs.set(next, stored)
        return next
      }),
    )
  }
  const retire = (epoch: Epoch, on: Day): TaskEither<Unavailable, void> => {
    if (epoch === current()) return TE.left(keysUnavailable('the current epoch is in use'))
    const keys = epochs.get(epoch)
    if (keys === undefined) return retired.has(epoch) ? done : TE.left(noSuchEpoch)
    const supersededOn = epochs.get(epoch + 1)?.begunOn ?? on
    const entry = { supersededOn, retiredOn: on, wrapping: keys.wrapping, destroyedOn: undefined }
    return pipe(
      storage.storeRetired(epoch, entry),
      TE.flatMap(() => storage.removeEpoch(epoch)),
      TE.map(() => {
        retired.set(epoch, entry)
        keys.readModels.fill(0)
        epochs.delete(epoch)
      }),
    )
  }
  const destroy = (epoch: Epoch, on: Day): TaskEither<Unavailable, void> => {
    const entry = retired.get(epoch)
    if (entry === undefined) return epochs.has(epoch) ? TE.left(keysUnavailable('the epoch is not retired')) : done
    if (entry.wrapping === undefined) return done
    const destroyed = { ...entry, wrapping: undefined, destroyedOn: on }
    return pipe(
      storage.storeRetired(epoch, destroyed),
      TE.map(() => {
        entry.wrapping?.fill(0)
        retired.set(epoch, destroyed)
      }),
    )
  }
  const removeRecord = (epoch: Epoch): TaskEither<Unavailable, void> => {
    if (retired.get(epoch)?.wrapping !== undefined) return TE.left(keysUnavailable('the epoch is in escrow'))
    return pipe(
      storage.removeRetired(epoch),
      TE.map(() => {
        ended = Math.max(ended, epoch)
        retired.delete(epoch)
      }),
    )
  }
  return {
    epochs,
    retired,
    ended: (): Epoch => ended,
    current,
    reload: afterEarlierChanges(pipe(storage.readEpochs, TE.flatMapEither(take))),
    begin: (on: Day) => afterEarlierChanges(() => begin(on)()),
    retire: (epoch: Epoch, on: Day) => afterEarlierChanges(() => retire(epoch, on)()),
    destroy: (epoch: Epoch, on: Day) => afterEarlierChanges(() => destroy(epoch, on)()),
    removeRecord: (epoch: Epoch) => afterEarlierChanges(() => removeRecord(epoch)()),
  }
}
