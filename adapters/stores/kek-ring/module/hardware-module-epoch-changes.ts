import { setTimeout } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Day } from '../../../../domain/values/day'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import type { EpochWithKeyInHardwareModule, RetiredModuleEpoch } from './hardware-module-epoch-file'
import type { Pkcs11TokenWrappingKeys } from './pkcs11-token-wrapping-keys'
import { laterEpochBegun, replaceAllMapEntries } from '../../../../retention/keys/changeable-epochs'
import { labelOfEpochKey, makeEpochKeysInHardwareModule, type ModuleRingParts } from './wrapped-epoch-keys'

/** The epochs of a ring in a module, as this process knows them. */
export interface KnownEpochs {
  readonly inUse: Map<Epoch, EpochWithKeyInHardwareModule>
  readonly retired: Map<Epoch, RetiredModuleEpoch>
  /** The newest epoch whose end is recorded; 0 when there is none. */
  readonly ended: Epoch
}

const done: TaskEither<never, void> = TE.right(undefined)

/** Ms until the next attempt to read the files: another process may have been changing one. */
const attemptsAfter = [20, 200]

const noEpoch = keysUnavailable('the ring has no epoch any more')
const anotherKey = keysUnavailable(
  'the ring has another key for an epoch than this process has read before: it was exchanged',
)

const refuse = (reason: string): TaskEither<Unavailable, never> => TE.left(keysUnavailable(reason))

/** Disables a key for encryption. Unavailable also when the module leaves it as it was. */
const disable = (keys: Pkcs11TokenWrappingKeys, label: string): TaskEither<Unavailable, void> =>
  pipe(
    keys.disable(label),
    TE.flatMap(({ canEncrypt }) => (canEncrypt ? refuse('the module does not disable the encryption of a key') : done)),
  )

/**
 * The changes to the epochs of a ring in a module. What the files say and what the token has change in an order that lets
 * an interrupted change be repeated.
 */
export const createHardwareModuleEpochChanges = (parts: ModuleRingParts, { inUse, retired, ...known }: KnownEpochs) => {
  const { library, keys, files } = parts
  const current = (): Epoch => Math.max(...inUse.keys())
  let changes = 0
  let { ended } = known
  const label = (epoch: Epoch): string => labelOfEpochKey(library, epoch)
  const isAnotherKey = ([epoch, { secret }]: readonly [Epoch, EpochWithKeyInHardwareModule]): boolean =>
    inUse.get(epoch)?.secret.equals(secret) === false
  /** Reads the files, and writes nothing: another process may be changing them. What was read before a change is read again. */
  const reload = (attempts: ReadonlyArray<number>): TaskEither<Unavailable, void> => {
    const [pause, ...further] = attempts
    return async () => {
      const before = changes
      const stored = await files.read()
      if (before !== changes) return reload(attempts)()
      if (E.isLeft(stored) || stored.right.inUse.size === 0) {
        if (pause === undefined) return E.isLeft(stored) ? stored : E.left(noEpoch)
        await setTimeout(pause)
        return reload(further)()
      }
      if ([...stored.right.inUse].some(isAnotherKey)) return E.left(anotherKey)
      replaceAllMapEntries(inUse, stored.right.inUse)
      // While an epoch is in both, another process destroys it.
      replaceAllMapEntries(retired, new Map([...stored.right.destroyed, ...stored.right.inEscrow]))
      ended = stored.right.ended
      return E.right(undefined)
    }
  }
  return {
    current,
    ended: (): Epoch => ended,
    reload: reload(attemptsAfter),
    begin: (on: Day): TaskEither<Unavailable, Epoch> => {
      const next = current() + 1
      return pipe(
        files.read,
        TE.flatMap((stored) =>
          Math.max(...stored.inUse.keys()) > next
            ? TE.left(laterEpochBegun)
            : makeEpochKeysInHardwareModule(parts, next, on),
        ),
        TE.flatMap((made) => files.createEpoch(next, made)),
        TE.map((made) => {
          changes += 1
          inUse.set(next, made)
          return next
        }),
      )
    },
    /** The record of the escrow is first, then the key is disabled, then the epoch is in use no more. */
    retire: (epoch: Epoch, on: Day): TaskEither<Unavailable, void> => {
      if (epoch === current()) return refuse('the current epoch is in use')
      const entry = inUse.get(epoch)
      if (entry === undefined) return retired.has(epoch) ? done : refuse('the ring has no such epoch')
      const days = { supersededOn: inUse.get(epoch + 1)?.begunOn ?? on, retiredOn: on, destroyedOn: undefined }
      const inEscrow = { ...days, secret: entry.secret }
      return pipe(
        files.storeEscrow(epoch, inEscrow),
        TE.flatMap(() => disable(keys, label(epoch))),
        TE.flatMap(() => files.removeEpoch(epoch)),
        TE.map(() => {
          changes += 1
          retired.set(epoch, inEscrow)
          inUse.delete(epoch)
        }),
      )
    },
    /** The record is first: it is removed again when the token still has the key, now or when the ring is opened next. */
    destroy: (epoch: Epoch, on: Day): TaskEither<Unavailable, void> => {
      const entry = retired.get(epoch)
      if (entry === undefined) return inUse.has(epoch) ? refuse('the epoch is not retired') : done
      if (entry.secret === undefined) return done
      const destroyInModule = pipe(
        keys.destroy(label(epoch)),
        TE.tapError(() => files.removeDestroyed(epoch)),
      )
      return pipe(
        files.storeDestroyed(epoch, entry, on),
        TE.flatMap(() => destroyInModule),
        TE.flatMap(() => files.removeEscrow(epoch)),
        TE.map(() => {
          changes += 1
          retired.set(epoch, { ...entry, secret: undefined, destroyedOn: on })
        }),
      )
    },
    removeRecord: (epoch: Epoch): TaskEither<Unavailable, void> => {
      if (retired.get(epoch)?.secret !== undefined) return refuse('the epoch is in escrow')
      return pipe(
        files.removeEnded(epoch),
        TE.map(() => {
          changes += 1
          ended = Math.max(ended, epoch)
          retired.delete(epoch)
        }),
      )
    },
  }
}
