import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { damagedRingUnavailable } from '../files/read-ring-file'
import type { EpochWithKeyInHardwareModule, RetiredModuleEpoch } from './hardware-module-epoch-file'
import type { ModuleEpochs } from './hardware-module-epoch-files'
import type { KnownEpochs } from './hardware-module-epoch-changes'
import type { ModuleTokenKey } from './hardware-module-settings'
import {
  ensureLastingPartsInEpochFile,
  type ModuleRingParts,
  epochOfLabel,
  wrappingKeyLabelPrefix,
  labelOfEpochKey,
  makeEpochKeysInHardwareModule,
  requireKeyNeverLeftHardwareToken,
  wrapNewReadModelsKey,
} from './wrapped-epoch-keys'

type TokenKeys = ReadonlyMap<Epoch, ModuleTokenKey>

const refuse = (reason: string): E.Either<Unavailable, never> => E.left(keysUnavailable(reason))

const listKeys = ({ library, keys }: ModuleRingParts): TaskEither<Unavailable, TokenKeys> =>
  pipe(
    keys.list(wrappingKeyLabelPrefix(library)),
    TE.flatMapEither((all): E.Either<Unavailable, TokenKeys> => {
      const byEpoch = new Map(all.map((key) => [epochOfLabel(library, key.label), key]))
      return byEpoch.size === all.length
        ? E.right(byEpoch)
        : refuse('the token has several keys for an epoch of this library: somebody has copied or made one there')
    }),
  )

const requireKeys = (inUse: ModuleEpochs['inUse'], inToken: TokenKeys): E.Either<Unavailable, void> => {
  const missing = [...inUse.keys()].find((epoch) => !inToken.has(epoch))
  return missing === undefined
    ? E.right(undefined)
    : refuse(
        `the token that RING_TOKEN names has no key of epoch ${String(missing)} of this library: name the token of this ring`,
      )
}

const requireNewest = (newest: Epoch, newestInToken: Epoch): E.Either<Unavailable, void> =>
  newestInToken <= newest + 1
    ? E.right(undefined)
    : refuse(
        `the ring is older than its token, which has a key of epoch ${String(newestInToken)}: put the ring back from its own copy`,
      )

/** The files and the token have an epoch that both know, and no file is of another time than the token. */
const checkEpochs = (
  { inUse }: ModuleEpochs,
  inToken: TokenKeys,
): E.Either<Unavailable, { readonly newest: Epoch }> => {
  if (inUse.size === 0) return E.left(damagedRingUnavailable('it has no file of an epoch (epoch-1.json)'))
  const newest = Math.max(...inUse.keys())
  return pipe(
    requireNewest(newest, Math.max(...inToken.keys())),
    E.flatMap(() => requireKeys(inUse, inToken)),
    E.map(() => ({ newest })),
  )
}

type NewEpochs = ReadonlyMap<Epoch, EpochWithKeyInHardwareModule>

const noNewEpochs: TaskEither<Unavailable, NewEpochs> = TE.right(new Map())

/** A key that was made for the next epoch, before its files were written: the epoch is begun. */
const adoptNext = (parts: ModuleRingParts, next: Epoch): TaskEither<Unavailable, NewEpochs> =>
  pipe(
    makeEpochKeysInHardwareModule(parts, next, undefined),
    TE.flatMap((made) => parts.files.createEpoch(next, made)),
    TE.map((made) => new Map([[next, made]])),
  )

/** The copy of a ring has no key of read models: another one is made, and the read models are folded anew. */
const completeReadModels =
  (parts: ModuleRingParts, inToken: TokenKeys) =>
  ([epoch, stored]: readonly [Epoch, EpochWithKeyInHardwareModule]): TaskEither<
    Unavailable,
    readonly [Epoch, EpochWithKeyInHardwareModule]
  > =>
    stored.readModels !== undefined || inToken.get(epoch)?.canEncrypt !== true
      ? TE.right([epoch, stored])
      : pipe(
          wrapNewReadModelsKey(parts, epoch),
          TE.map((readModels) => ({ ...stored, readModels })),
          TE.tap((completed) => parts.files.storeEpoch(epoch, completed)),
          TE.map((completed) => [epoch, completed] as const),
        )

/**
 * Finishes an interrupted destruction. While the token has the key, it is in escrow: it is destroyed on another day, which
 * the record then names. A key of which no file of the escrow tells was brought back from a copy: it is destroyed again.
 */
const finishDestruction =
  ({ keys, library, files }: ModuleRingParts, { inEscrow }: ModuleEpochs, inToken: TokenKeys) =>
  ([epoch, record]: readonly [Epoch, RetiredModuleEpoch]): TaskEither<
    Unavailable,
    readonly [Epoch, RetiredModuleEpoch]
  > => {
    const escrow = inEscrow.get(epoch)
    if (!inToken.has(epoch))
      return pipe(
        files.removeEscrow(epoch),
        TE.map(() => [epoch, record] as const),
      )
    return escrow === undefined
      ? pipe(
          keys.destroy(labelOfEpochKey(library, epoch)),
          TE.map(() => [epoch, record] as const),
        )
      : pipe(
          files.removeDestroyed(epoch),
          TE.map(() => [epoch, escrow] as const),
        )
  }

/**
 * Compares what the files of a ring say with the keys that the token has, and finishes what was interrupted. Unavailable:
 * the token lacks a key, has one that was not made there, or is newer than the ring.
 */
export const reconcileEpochs = (parts: ModuleRingParts): TaskEither<Unavailable, KnownEpochs> =>
  pipe(
    TE.Do,
    TE.bind('stored', () => parts.files.read),
    TE.bind('inToken', () => listKeys(parts)),
    TE.tap(({ inToken }) => TE.traverseSeqArray(requireKeyNeverLeftHardwareToken)([...inToken.values()])),
    TE.bind('checked', ({ stored, inToken }) => TE.fromEither(checkEpochs(stored, inToken))),
    TE.flatMap(({ stored, inToken, checked: { newest } }) => joinEpochs(parts, stored, inToken, newest)),
  )

const joinEpochs = (
  parts: ModuleRingParts,
  stored: ModuleEpochs,
  inToken: TokenKeys,
  newest: Epoch,
): TaskEither<Unavailable, KnownEpochs> =>
  pipe(
    TE.Do,
    TE.bind('checked', () => TE.traverseSeqArray(ensureLastingPartsInEpochFile(parts))([...stored.inUse])),
    TE.bind('inUse', ({ checked }) => TE.traverseSeqArray(completeReadModels(parts, inToken))(checked)),
    TE.bind('next', () => (inToken.has(newest + 1) ? adoptNext(parts, newest + 1) : noNewEpochs)),
    TE.bind('destroyed', () => TE.traverseSeqArray(finishDestruction(parts, stored, inToken))([...stored.destroyed])),
    TE.map(({ inUse, next, destroyed }) => ({
      inUse: new Map([...inUse, ...next]),
      retired: new Map([...stored.inEscrow, ...destroyed]),
      ended: stored.ended,
    })),
  )
