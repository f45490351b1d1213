import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { Day } from '../../domain/values/day'
import { randomBytes } from '../sealing/random-bytes'
import type { Epoch } from './kek-ring'
import { keysUnavailable } from './keys-unavailable'
import type { KekRingContent, KekRingEpochKeys, KekRingEpochs, KekRingStorage } from './kek-ring-content'

const done: E.Either<never, void> = E.right(undefined)
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

/** The epochs of a ring in memory, and the changes to them. A change is stored first. */
export const createChangeableEpochs = (storage: KekRingStorage, content: KekRingContent) => {
  const epochs = new Map(content.epochs)
  const retired = new Map(content.retired)
  let { ended } = content
  let changes = 0
  const current = (): Epoch => Math.max(...epochs.keys())
  const isAnotherKey = ([epoch, { wrapping }]: readonly [Epoch, KekRingEpochKeys]): boolean =>
    epochs.get(epoch)?.wrapping.equals(wrapping) === false
  const reload = async (): Promise<E.Either<Unavailable, void>> => {
    const before = changes
    const stored = await storage.readEpochs()
    if (E.isLeft(stored)) return stored
    if (before !== changes || [...stored.right.epochs].some(isAnotherKey)) {
      wipeEpochs(stored.right)
      // What was read may be older than a change of this process.
      return before === changes ? E.left(anotherKey) : reload()
    }
    wipeEpochs({ epochs, retired })
    replaceAllMapEntries(epochs, stored.right.epochs)
    replaceAllMapEntries(retired, stored.right.retired)
    ended = stored.right.ended
    return done
  }
  return {
    epochs,
    retired,
    ended: (): Epoch => ended,
    current,
    reload,
    begin: (on: Day): E.Either<Unavailable, Epoch> => {
      const next = current() + 1
      const keys = generateEpochKeys(on)
      return pipe(
        storage.createEpoch(next, keys),
        E.map((stored) => {
          changes += 1
          epochs.set(next, stored)
          return next
        }),
      )
    },
    retire: (epoch: Epoch, on: Day): E.Either<Unavailable, void> => {
      if (epoch === current()) return E.left(keysUnavailable('the current epoch is in use'))
      const keys = epochs.get(epoch)
      if (keys === undefined) return retired.has(epoch) ? done : E.left(noSuchEpoch)
      const supersededOn = epochs.get(epoch + 1)?.begunOn ?? on
      const entry = { supersededOn, retiredOn: on, wrapping: keys.wrapping, destroyedOn: undefined }
      return pipe(
        storage.storeRetired(epoch, entry),
        E.flatMap(() => storage.removeEpoch(epoch)),
        E.map(() => {
          changes += 1
          retired.set(epoch, entry)
          keys.readModels.fill(0)
          epochs.delete(epoch)
        }),
      )
    },
    destroy: (epoch: Epoch, on: Day): E.Either<Unavailable, void> => {
      const entry = retired.get(epoch)
      if (entry === undefined) return epochs.has(epoch) ? E.left(keysUnavailable('the epoch is not retired')) : done
      if (entry.wrapping === undefined) return done
      const destroyed = { ...entry, wrapping: undefined, destroyedOn: on }
      return pipe(
        storage.storeRetired(epoch, destroyed),
        E.map(() => {
          changes += 1
          entry.wrapping?.fill(0)
          retired.set(epoch, destroyed)
        }),
      )
    },
    removeRecord: (epoch: Epoch): E.Either<Unavailable, void> => {
      if (retired.get(epoch)?.wrapping !== undefined) return E.left(keysUnavailable('the epoch is in escrow'))
      return pipe(
        storage.removeRetired(epoch),
        E.map(() => {
          changes += 1
          ended = Math.max(ended, epoch)
          retired.delete(epoch)
        }),
      )
    },
  }
}
