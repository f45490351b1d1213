import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { createHardwareModuleEpochChanges } from '../../../../../adapters/stores/kek-ring/module/hardware-module-epoch-changes'
import {
  hardwareModuleEpochFiles,
  type HardwareModuleEpochFiles,
} from '../../../../../adapters/stores/kek-ring/module/hardware-module-epoch-files'
import type { Pkcs11TokenWrappingKeys } from '../../../../../adapters/stores/kek-ring/module/pkcs11-token-wrapping-keys'
import { reconcileEpochs } from '../../../../../adapters/stores/kek-ring/module/reconcile-epochs'
import {
  labelOfEpochKey,
  makeEpochKeysInHardwareModule,
} from '../../../../../adapters/stores/kek-ring/module/wrapped-epoch-keys'
import type { Day } from '../../../../../domain/values/day'
import { keysUnavailable } from '../../../../../retention/keys/keys-unavailable'
import { decryptKey, encryptKey } from '../../../../../retention/sealing/aes-gcm'
import { randomBytes } from '../../../../../retention/sealing/random-bytes'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'

const library = '6f1c3c52-93f5-4bd6-8f2c-1b58f6e0f7aa'
const lasting = () => ({ library, verifyingKey: 'a key', eventCodes: undefined })
const today = '2026-03-05' as Day
const later = '2026-03-12' as Day

const folder = mkdtempSync(path.join(tmpdir(), 'killed-ring-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A process died: nothing after it runs. */
class Killed extends Error {}

/** A token in memory. */
const tokenInMemory = (): { readonly keys: Pkcs11TokenWrappingKeys; readonly labels: () => ReadonlyArray<string> } => {
  const keys = new Map<string, { readonly key: Buffer; readonly canEncrypt: boolean }>()
  const describe = (label: string) => ({ label, isNeverCopied: true, canEncrypt: keys.get(label)?.canEncrypt === true })
  const change = (label: string, canEncrypt: boolean) =>
    TE.fromIO(() => {
      keys.set(label, { key: keys.get(label)?.key ?? randomBytes(32), canEncrypt })
      return describe(label)
    })
  const find = (label: string) => TE.fromIOEither(() => E.fromNullable(keysUnavailable('no key'))(keys.get(label)))
  return {
    labels: () => [...keys.keys()].sort(),
    keys: {
      token: { manufacturer: 'A maker', model: 'A module', serialNumber: '4711' },
      list: () => TE.fromIO(() => [...keys.keys()].map(describe)),
      make: (label) => (keys.has(label) ? TE.fromIO(() => describe(label)) : change(label, true)),
      disable: (label) => change(label, false),
      destroy: (label) =>
        TE.fromIO(() => {
          keys.delete(label)
        }),
      wrap: (label, additional, plaintext) =>
        pipe(
          find(label),
          TE.filterOrElse(
            ({ canEncrypt }) => canEncrypt,
            () => keysUnavailable('the key is disabled'),
          ),
          TE.map(({ key }) => encryptKey(key, additional, plaintext)),
        ),
      unwrap: (label, _known, { additional, wrapped }) =>
        pipe(
          find(label),
          TE.flatMapNullable(
            ({ key }) => decryptKey(key, additional, wrapped),
            () => keysUnavailable('not authentic'),
          ),
        ),
      close: () => Promise.resolve(),
    },
  }
}

interface Calls {
  left: number
}

const useCall = (calls: Calls): void => {
  if (calls.left === 0) throw new Killed()
  calls.left -= 1
}

/** The token, whose operations die before they run when no call is left, or else use one up. */
const killableKeys = (keys: Pkcs11TokenWrappingKeys, calls: Calls): Pkcs11TokenWrappingKeys => {
  const killable =
    <Arguments extends ReadonlyArray<unknown>, Err, A>(
      operation: (...args: Arguments) => TE.TaskEither<Err, A>,
    ): ((...args: Arguments) => TE.TaskEither<Err, A>) =>
    (...args) =>
    () => {
      useCall(calls)
      return operation(...args)()
    }
  return {
    ...keys,
    list: killable(keys.list),
    make: killable(keys.make),
    disable: killable(keys.disable),
    destroy: killable(keys.destroy),
    wrap: killable(keys.wrap),
  }
}

/** The files of the ring, whose changes die before they are made when no call is left, or else use one up. */
const killableFiles = (files: HardwareModuleEpochFiles, calls: Calls): HardwareModuleEpochFiles => {
  const killable =
    <Arguments extends ReadonlyArray<unknown>, Err, A>(
      change: (...args: Arguments) => TE.TaskEither<Err, A>,
    ): ((...args: Arguments) => TE.TaskEither<Err, A>) =>
    (...args) =>
    () => {
      useCall(calls)
      return change(...args)()
    }
  return {
    read: files.read,
    createEpoch: killable(files.createEpoch),
    storeEpoch: killable(files.storeEpoch),
    removeEpoch: killable(files.removeEpoch),
    storeEscrow: killable(files.storeEscrow),
    removeEscrow: killable(files.removeEscrow),
    storeDestroyed: killable(files.storeDestroyed),
    storeEventCodes: files.storeEventCodes,
    removeDestroyed: killable(files.removeDestroyed),
    removeEnded: killable(files.removeEnded),
  }
}

/** A ring with one epoch. */
const newRing = async (name: string) => {
  const ring = path.join(folder, name)
  mkdirSync(ring)
  const files = hardwareModuleEpochFiles({ ring, escrow: path.join(ring, 'escrow'), copy: undefined }, library)
  const token = tokenInMemory()
  const made = makeEpochKeysInHardwareModule({ library, keys: token.keys, files, lasting }, 1, undefined)
  rightOrThrow(await files.storeEpoch(1, rightOrThrow(await made()))())
  return { files, token }
}

const openEpochs = async (files: HardwareModuleEpochFiles, keys: Pkcs11TokenWrappingKeys) =>
  rightOrThrow(await reconcileEpochs({ library, keys, files, lasting })())

/** Opens the ring, begins the second epoch, retires the first one, and destroys it. What is done already is left out. */
const roll = async (files: HardwareModuleEpochFiles, keys: Pkcs11TokenWrappingKeys): Promise<void> => {
  const epochs = await openEpochs(files, keys)
  const { begin, retire, destroy } = createHardwareModuleEpochChanges({ library, keys, files, lasting }, epochs)
  if (!epochs.inUse.has(2)) rightOrThrow(await begin(today)())
  rightOrThrow(await retire(1, today)())
  rightOrThrow(await destroy(1, later)())
}

/** Whether a roll was killed after so many calls. */
const isKilledAfter = async (
  left: number,
  files: HardwareModuleEpochFiles,
  keys: Pkcs11TokenWrappingKeys,
): Promise<boolean> => {
  const calls = { left }
  try {
    await roll(killableFiles(files, calls), killableKeys(keys, calls))
    return false
  } catch (error) {
    if (error instanceof Killed) return true
    throw error
  }
}

describe('a ring in a hardware module', () => {
  it('comes to the same end wherever it is killed, and never lacks a key that is in use or in escrow', async () => {
    let kills = 0
    for (let isKilled = true; isKilled; kills += 1) {
      const { files, token } = await newRing(String(kills))
      isKilled = await isKilledAfter(kills, files, token.keys)
      const opened = await openEpochs(files, token.keys)
      const inEscrow = [...opened.retired].filter(([, { destroyedOn }]) => destroyedOn === undefined)
      for (const [epoch] of [...opened.inUse, ...inEscrow])
        expect(token.labels()).toContain(labelOfEpochKey(library, epoch))
      await roll(files, token.keys)
      const { inUse, retired } = await openEpochs(files, token.keys)
      expect([[...inUse.keys()], token.labels()]).toEqual([[2], [labelOfEpochKey(library, 2)]])
      expect([...retired]).toMatchObject([[1, { secret: undefined, destroyedOn: later }]])
    }
    expect(kills).toBeGreaterThan(11)
  })
})
