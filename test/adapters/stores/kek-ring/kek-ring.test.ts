import { createPrivateKey } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import {
  makeKekRingInFiles,
  openKekRingInFiles,
} from '../../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import { createMemoryKekRing } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import type { Day } from '../../../../domain/values/day'
import type { KekRing } from '../../../../retention/keys/kek-ring'
import { kekRingContract } from '../../../contract/kek-ring-contract'

const folder = mkdtempSync(path.join(tmpdir(), 'kek-ring-'))
afterAll(() => rmSync(folder, { recursive: true }))

const today = '2026-03-05' as Day
let rings = 0
const newFolder = (): string => path.join(folder, String(++rings))
const rightOrThrowRing = (outcome: E.Either<unknown, KekRing>): KekRing => {
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}
const modeOf = (file: string): number => statSync(file).mode & 0o777

kekRingContract('memory', createMemoryKekRing)
kekRingContract('files', async () => rightOrThrowRing(await makeKekRingInFiles(newFolder())()))

describe('a KEK ring in files', () => {
  it('is the same ring when it is opened again', async () => {
    const at = newFolder()
    const ring = rightOrThrowRing(await makeKekRingInFiles(at)())
    await ring.beginEpoch(today)()
    const wrapped = await ring.wrap(2, Buffer.from('a'), Buffer.from('b'))()
    const again = rightOrThrowRing(await openKekRingInFiles(at)())
    expect([again.library, again.verifyingKey, again.epochs()]).toEqual([ring.library, ring.verifyingKey, [1, 2]])
    expect(E.isRight(wrapped) && E.isRight(await again.unwrap(2, Buffer.from('a'), wrapped.right)())).toBe(true)
  })

  it('has files and a folder that only the owner can use', async () => {
    const at = newFolder()
    await rightOrThrowRing(await makeKekRingInFiles(at)()).beginEpoch(today)()
    expect(modeOf(at)).toBe(0o700)
    const files = readdirSync(at).sort()
    expect(files).toEqual([
      'ended-epochs.json',
      'epoch-1.json',
      'epoch-2.json',
      'library.json',
      'read-models-1.json',
      'read-models-2.json',
      'signing.pem',
    ])
    expect(files.map((name) => modeOf(path.join(at, name)))).toEqual(files.map(() => 0o600))
  })

  it('is not opened when other users may read one of its files, or the folder', async () => {
    const at = newFolder()
    rightOrThrowRing(await makeKekRingInFiles(at)())
    chmodSync(path.join(at, 'epoch-1.json'), 0o640)
    expect(await openKekRingInFiles(at)()).toEqual(E.left({ _tag: 'RingNotPrivate' }))
    chmodSync(path.join(at, 'epoch-1.json'), 0o600)
    chmodSync(at, 0o750)
    expect(await openKekRingInFiles(at)()).toEqual(E.left({ _tag: 'RingNotPrivate' }))
  })

  it('is not made over another one', async () => {
    const at = newFolder()
    const ring = rightOrThrowRing(await makeKekRingInFiles(at)())
    expect(E.isLeft(await makeKekRingInFiles(at)())).toBe(true)
    expect(rightOrThrowRing(await openKekRingInFiles(at)()).library).toBe(ring.library)
  })

  it('refuses the file of an epoch of another library', async () => {
    const [one, other] = [newFolder(), newFolder()]
    rightOrThrowRing(await makeKekRingInFiles(one)())
    rightOrThrowRing(await makeKekRingInFiles(other)())
    rmSync(path.join(one, 'epoch-1.json'))
    const stray = readFileSync(path.join(other, 'epoch-1.json'))
    expect(stray.length).toBeGreaterThan(0)
    writeFileSync(path.join(one, 'epoch-1.json'), stray, { mode: 0o600 })
    expect(E.isLeft(await openKekRingInFiles(one)())).toBe(true)
  })

  it('refuses a signing key with one flipped bit, and names its file and the remedy', async () => {
    const at = newFolder()
    rightOrThrowRing(await makeKekRingInFiles(at)())
    const file = path.join(at, 'signing.pem')
    const key = createPrivateKey(readFileSync(file)).export({ type: 'pkcs8', format: 'der' })
    const lastByte = key.length - 1
    key.writeUInt8(key.readUInt8(lastByte) ^ 1, lastByte)
    const flipped = createPrivateKey({ key, type: 'pkcs8', format: 'der' })
    writeFileSync(file, flipped.export({ type: 'pkcs8', format: 'pem' }))
    expect(await openKekRingInFiles(at)()).toMatchObject({
      left: { reason: expect.stringMatching(/signing\.pem .*\. Put the ring back from its own copy/) as string },
    })
  })

  it('stores the verifying key in a ring of an earlier version, which has none, when it is opened', async () => {
    const at = newFolder()
    const ring = rightOrThrowRing(await makeKekRingInFiles(at)())
    const file = path.join(at, 'library.json')
    const stored = readFileSync(file, 'utf8')
    writeFileSync(file, JSON.stringify({ library: ring.library }))
    expect(rightOrThrowRing(await openKekRingInFiles(at)()).verifyingKey).toBe(ring.verifyingKey)
    expect([readFileSync(file, 'utf8'), modeOf(file)]).toEqual([stored, 0o600])
  })

  it('is the same ring when it is opened again after an epoch was retired, and after it was destroyed', async () => {
    const at = newFolder()
    const ring = rightOrThrowRing(await makeKekRingInFiles(at)())
    await ring.beginEpoch(today)()
    for (const change of [ring.retireEpoch(1, today), ring.destroyEpoch(1, today)]) {
      await change()
      const again = rightOrThrowRing(await openKekRingInFiles(at)())
      expect([again.epochs(), again.retiredEpochs()]).toEqual([[2], ring.retiredEpochs()])
    }
  })

  it('has the wrapping key of a retired epoch in escrow alone, and no key of its read models anywhere', async () => {
    const at = newFolder()
    const ring = rightOrThrowRing(await makeKekRingInFiles(at)())
    await ring.beginEpoch(today)()
    await ring.retireEpoch(1, today)()
    expect(readdirSync(at).filter((name) => name.includes('1'))).toEqual([])
    expect(readdirSync(path.join(at, 'escrow'))).toEqual(['escrow-1.json'])
    expect(modeOf(path.join(at, 'escrow'))).toBe(0o700)
  })

  it('leaves no key of a destroyed epoch, also when the destruction was interrupted after its record', async () => {
    const at = newFolder()
    const ring = rightOrThrowRing(await makeKekRingInFiles(at)())
    await ring.beginEpoch(today)()
    await ring.retireEpoch(1, today)()
    const inEscrow = readFileSync(path.join(at, 'escrow', 'escrow-1.json'))
    await ring.destroyEpoch(1, today)()
    expect(readdirSync(path.join(at, 'escrow'))).toEqual(['destroyed-1.json'])
    writeFileSync(path.join(at, 'escrow', 'escrow-1.json'), inEscrow, { mode: 0o600 })
    expect(rightOrThrowRing(await openKekRingInFiles(at)()).retiredEpochs()).toEqual(ring.retiredEpochs())
    expect(readdirSync(path.join(at, 'escrow'))).toEqual(['destroyed-1.json'])
  })

  it('retires an epoch again when that was interrupted', async () => {
    const at = newFolder()
    const ring = rightOrThrowRing(await makeKekRingInFiles(at)())
    await ring.beginEpoch(today)()
    const inUse = readFileSync(path.join(at, 'epoch-1.json'))
    await ring.retireEpoch(1, today)()
    writeFileSync(path.join(at, 'epoch-1.json'), inUse, { mode: 0o600 })
    const again = rightOrThrowRing(await openKekRingInFiles(at)())
    expect([again.epochs(), again.retiredEpochs()]).toEqual([[1, 2], []])
    await again.retireEpoch(1, today)()
    expect(again.retiredEpochs()).toEqual([{ epoch: 1, supersededOn: today, retiredOn: today, destroyedOn: undefined }])
  })

  it('is not opened when other users may read a file in escrow', async () => {
    const at = newFolder()
    const ring = rightOrThrowRing(await makeKekRingInFiles(at)())
    await ring.beginEpoch(today)()
    await ring.retireEpoch(1, today)()
    chmodSync(path.join(at, 'escrow', 'escrow-1.json'), 0o640)
    expect(await openKekRingInFiles(at)()).toEqual(E.left({ _tag: 'RingNotPrivate' }))
  })

  it('of an earlier version, with the key of read models beside the wrapping key, gets a file for each', async () => {
    const at = newFolder()
    const ring = rightOrThrowRing(await makeKekRingInFiles(at)())
    const readModelKey = await ring.readModelKey(1)()
    const [epoch, readModels] = ['epoch-1.json', 'read-models-1.json'].map((name) => path.join(at, name))
    const contentOf = (file = ''): object => JSON.parse(readFileSync(file, 'utf8')) as object
    writeFileSync(epoch ?? '', JSON.stringify({ ...contentOf(readModels), ...contentOf(epoch) }))
    rmSync(readModels ?? '')
    const again = rightOrThrowRing(await openKekRingInFiles(at)())
    expect(await again.readModelKey(1)()).toEqual(readModelKey)
    expect(contentOf(epoch)).not.toHaveProperty('readModels')
    expect(contentOf(readModels)).toHaveProperty('readModels')
  })
})
