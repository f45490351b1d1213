import { sign, type KeyObject } from 'node:crypto'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { RingEventCodes } from '../../../../retention/event-codes/ring-event-codes'
import type { Epoch, KekRing } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { verifyingKeyOf } from '../../../../retention/keys/make-kek-ring-from-content'
import { deriveBackupKey, deriveShortTermKey, epochFingerprintOf } from '../../../../retention/sealing/derive-keys'
import { createHardwareModuleEpochChanges, type KnownEpochs } from './hardware-module-epoch-changes'
import type { WrappedBytes } from './pkcs11-token-wrapping-keys'
import {
  ensureLastingPartsInEpochFile,
  labelOfEpochKey,
  wrappedReadModelKeyOf,
  toWrappedEpochSecret,
  unwrapRingFileContent,
  type ModuleRingParts,
} from './wrapped-epoch-keys'

/** What a ring in a module needs beside its epochs. */
export interface HardwareModuleRingDependencies extends ModuleRingParts {
  readonly signing: KeyObject
  readonly eventCodes: RingEventCodes
  readonly keyDestruction: KekRing['keyDestruction']
}

const noSuchEpoch = keysUnavailable('the ring has no such epoch')

const fromNullable = <A>(error: Unavailable, value: A | undefined): TaskEither<Unavailable, A> =>
  value === undefined ? TE.left(error) : TE.right(value)

/** A ring whose wrapping keys are in a hardware module. There is at least one epoch in use. */
export const createRingFromHardwareModuleEpochs = (
  ring: HardwareModuleRingDependencies,
  epochs: KnownEpochs,
): KekRing => {
  const { library, keys, signing } = ring
  const { inUse, retired } = epochs
  const { current, ended, reload, begin, retire, destroy, removeRecord } = createHardwareModuleEpochChanges(
    ring,
    epochs,
  )

  const unwrapWith = (epoch: Epoch, secret: Buffer, bytes: WrappedBytes) =>
    keys.unwrap(labelOfEpochKey(library, epoch), toWrappedEpochSecret(library, epoch, secret), bytes)
  /** The secret of an epoch in use, or in escrow. The function that is given it answers what is derived from it. */
  const deriveFromSecret = (derive: (secret: Uint8Array) => Buffer) => (epoch: Epoch) =>
    pipe(
      fromNullable(noSuchEpoch, inUse.get(epoch)?.secret ?? retired.get(epoch)?.secret),
      TE.flatMap((secret) => unwrapRingFileContent(ring, epoch, secret)),
      TE.map((secret): Uint8Array => {
        const derived = derive(secret)
        secret.fill(0)
        return derived
      }),
    )

  const nameLastingParts = pipe(
    TE.fromIO(() => [...inUse]),
    TE.flatMap(TE.traverseSeqArray(ensureLastingPartsInEpochFile(ring))),
    TE.map((named) => {
      for (const [epoch, file] of named) inUse.set(epoch, file)
    }),
  )

  // Each member is named here: what another ring can do beside them, such as copying its wrapping keys, this one cannot.
  return {
    library,
    currentEpoch: current,
    currentEpochBegunOn: () => inUse.get(current())?.begunOn,
    epochs: () => [...inUse.keys()].sort((a, b) => a - b),
    retiredEpochs: () =>
      [...retired]
        .map(([epoch, { supersededOn, retiredOn, destroyedOn }]) => ({ epoch, supersededOn, retiredOn, destroyedOn }))
        .sort((a, b) => a.epoch - b.epoch),
    endedEpoch: ended,
    wrap: (epoch, additional, plaintext) =>
      inUse.has(epoch) ? keys.wrap(labelOfEpochKey(library, epoch), additional, plaintext) : TE.left(noSuchEpoch),
    unwrap: (epoch, additional, wrapped) =>
      pipe(
        fromNullable(noSuchEpoch, inUse.get(epoch)),
        TE.flatMap(({ secret }) => unwrapWith(epoch, secret, { additional, wrapped })),
      ),
    unwrapFromEscrow: (epoch, additional, wrapped) =>
      pipe(
        fromNullable(keysUnavailable('the epoch is not in escrow'), retired.get(epoch)?.secret),
        TE.flatMap((secret) => unwrapWith(epoch, secret, { additional, wrapped })),
      ),
    beginEpoch: (on) => () => begin(on)(),
    reload,
    retireEpoch: (epoch, on) => () => retire(epoch, on)(),
    destroyEpoch: (epoch, on) => () => destroy(epoch, on)(),
    removeEpochRecord: (epoch) => () => removeRecord(epoch)(),
    keyDestruction: ring.keyDestruction,
    readModelKey: (epoch) =>
      pipe(
        fromNullable(noSuchEpoch, inUse.get(epoch)),
        TE.bindTo('entry'),
        TE.bind('readModels', ({ entry }) => fromNullable(noSuchEpoch, entry.readModels)),
        TE.flatMap(({ entry, readModels }) =>
          unwrapRingFileContent(ring, epoch, entry.secret, wrappedReadModelKeyOf(library, epoch, readModels)),
        ),
      ),
    backupKey: deriveFromSecret(deriveBackupKey),
    shortTermKey: deriveFromSecret(deriveShortTermKey),
    epochFingerprint: deriveFromSecret(epochFingerprintOf),
    sign: (statement) => TE.fromIO(() => sign(null, statement, signing)),
    verifyingKey: verifyingKeyOf(signing),
    eventCodes: {
      current: ring.eventCodes.current,
      begin: (older) =>
        pipe(
          ring.eventCodes.begin(older),
          TE.tap(() => nameLastingParts),
        ),
    },
    close: keys.close,
  }
}
