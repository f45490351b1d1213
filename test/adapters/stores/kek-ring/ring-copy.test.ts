import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import {
  makeKekRingInFiles,
  openKekRingInFiles,
} from '../../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import type { Day } from '../../../../domain/values/day'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { copyWithModes } from '../../../fixtures/copy-with-modes'

const folder = mkdtempSync(path.join(tmpdir(), 'kek-ring-'))
afterAll(() => rmSync(folder, { recursive: true }))

const today = '2026-03-05' as Day
let rings = 0
const newFolder = (): string => path.join(folder, String(++rings))

describe('a KEK ring with a copy', () => {
  it('writes every epoch to its copy before it is used, and no key of read models; a ring made from the copy is the same', async () => {
    const [at, copy] = [newFolder(), newFolder()]
    const ring = rightOrThrow(await makeKekRingInFiles(at, { copy })())
    expect(readdirSync(copy).sort()).toEqual(['ended-epochs.json', 'epoch-1.json', 'library.json', 'signing.pem'])
    await ring.beginEpoch(today)()
    await ring.retireEpoch(1, today)()
    expect(readdirSync(copy).sort()).toEqual(['ended-epochs.json', 'epoch-2.json', 'library.json', 'signing.pem'])
    const wrapped = rightOrThrow(await ring.wrap(2, Buffer.from('a'), Buffer.from('b'))())
    const fromCopy = rightOrThrow(await openKekRingInFiles(copy)())
    expect([fromCopy.library, fromCopy.verifyingKey]).toEqual([ring.library, ring.verifyingKey])
    expect(E.isRight(await fromCopy.unwrap(2, Buffer.from('a'), wrapped)())).toBe(true)
  })

  it('begins no epoch while its copy cannot be written', async () => {
    const [at, copy] = [newFolder(), newFolder()]
    const ring = rightOrThrow(await makeKekRingInFiles(at, { copy })())
    rmSync(copy, { recursive: true })
    expect(E.isLeft(await ring.beginEpoch(today)())).toBe(true)
    expect([ring.currentEpoch(), rightOrThrow(await openKekRingInFiles(at)()).epochs()]).toEqual([1, [1]])
  })

  it('brings its copy up to date when it is opened', async () => {
    const [at, copy] = [newFolder(), newFolder()]
    await rightOrThrow(await makeKekRingInFiles(at)()).beginEpoch(today)()
    rightOrThrow(await openKekRingInFiles(at, { copy })())
    expect(readdirSync(copy).sort()).toEqual([
      'ended-epochs.json',
      'epoch-1.json',
      'epoch-2.json',
      'library.json',
      'signing.pem',
    ])
  })

  it('is not opened, and changes nothing in its copy, when the copy is newer', async () => {
    const [at, copy] = [newFolder(), newFolder()]
    const ring = rightOrThrow(await makeKekRingInFiles(at, { copy })())
    copyWithModes(at, `${at}-older`, { recursive: true })
    await ring.beginEpoch(today)()
    await ring.retireEpoch(1, today)()
    const names = readdirSync(copy)
    expect(await openKekRingInFiles(`${at}-older`, { copy })()).toMatchObject({
      left: { reason: expect.stringContaining('the ring is older than its copy, which has epoch 2') as string },
    })
    expect(readdirSync(copy)).toEqual(names)
    expect(rightOrThrow(await openKekRingInFiles(copy)()).epochs()).toEqual([2])
  })

  it('is not opened, and changes nothing, when the copy is that of another library', async () => {
    const [at, copy] = [newFolder(), newFolder()]
    rightOrThrow(await makeKekRingInFiles(at)())
    const other = rightOrThrow(await makeKekRingInFiles(copy)())
    expect(await openKekRingInFiles(at, { copy })()).toMatchObject({
      left: { reason: expect.stringContaining('the ring of another library') as string },
    })
    expect(rightOrThrow(await openKekRingInFiles(copy)()).library).toBe(other.library)
  })
})

describe('a KEK ring whose files were overwritten, and not removed, when the process died', () => {
  const zeros = (...file: ReadonlyArray<string>) =>
    writeFileSync(path.join(...file), Buffer.alloc(200), { mode: 0o600 })

  it('is opened without the retired epoch, its key of read models, and the record of a destroyed one', async () => {
    const at = newFolder()
    const ring = rightOrThrow(await makeKekRingInFiles(at)())
    await ring.beginEpoch(today)()
    await ring.retireEpoch(1, today)()
    for (const name of ['epoch-1.json', 'read-models-1.json']) zeros(at, name)
    const again = rightOrThrow(await openKekRingInFiles(at)())
    expect([again.epochs(), again.retiredEpochs().map(({ epoch }) => epoch)]).toEqual([[2], [1]])
    await again.destroyEpoch(1, today)()
    zeros(at, 'escrow', 'destroyed-1.json')
    expect(rightOrThrow(await openKekRingInFiles(at)()).retiredEpochs()).toEqual([])
  })

  it('is not opened when a wrapping key is overwritten that is not in escrow', async () => {
    const at = newFolder()
    rightOrThrow(await makeKekRingInFiles(at)())
    zeros(at, 'epoch-1.json')
    expect(E.isLeft(await openKekRingInFiles(at)())).toBe(true)
  })
})
