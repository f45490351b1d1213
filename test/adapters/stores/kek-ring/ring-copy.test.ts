import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { makeKekRingIn, openKekRing } from '../../../../adapters/stores/kek-ring/files/open-kek-ring'
import type { Day } from '../../../../domain/values/day'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const folder = mkdtempSync(path.join(tmpdir(), 'kek-ring-'))
afterAll(() => rmSync(folder, { recursive: true }))

const today = '2026-03-05' as Day
let rings = 0
const newFolder = (): string => path.join(folder, String(++rings))

describe('a KEK ring with a copy', () => {
  it('writes every epoch to its copy before it is used, and no key of read models; a ring made from the copy is the same', async () => {
    const [at, copy] = [newFolder(), newFolder()]
    const ring = rightOrThrow(makeKekRingIn(at, { copy }))
    expect(readdirSync(copy).sort()).toEqual(['epoch-1.json', 'library.json', 'signing.pem'])
    await ring.beginEpoch(today)()
    await ring.retireEpoch(1, today)()
    expect(readdirSync(copy).sort()).toEqual(['epoch-2.json', 'library.json', 'signing.pem'])
    const wrapped = rightOrThrow(await ring.wrap(2, Buffer.from('a'), Buffer.from('b'))())
    const fromCopy = rightOrThrow(openKekRing(copy))
    expect([fromCopy.library, fromCopy.verifyingKey]).toEqual([ring.library, ring.verifyingKey])
    expect(E.isRight(await fromCopy.unwrap(2, Buffer.from('a'), wrapped)())).toBe(true)
  })

  it('begins no epoch while its copy cannot be written', async () => {
    const [at, copy] = [newFolder(), newFolder()]
    const ring = rightOrThrow(makeKekRingIn(at, { copy }))
    rmSync(copy, { recursive: true })
    expect(E.isLeft(await ring.beginEpoch(today)())).toBe(true)
    expect([ring.currentEpoch(), rightOrThrow(openKekRing(at)).epochs()]).toEqual([1, [1]])
  })

  it('brings its copy up to date when it is opened', async () => {
    const [at, copy] = [newFolder(), newFolder()]
    await rightOrThrow(makeKekRingIn(at)).beginEpoch(today)()
    rightOrThrow(openKekRing(at, { copy }))
    expect(readdirSync(copy).sort()).toEqual(['epoch-1.json', 'epoch-2.json', 'library.json', 'signing.pem'])
  })
})
