import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  makeErasureReceiptFile,
  openErasureReceiptFile,
  type ErasureReceiptFile,
} from '../../../adapters/stores/erasure-receipt/erasure-receipt-file'
import type { ErasedBorrowers, ErasureReceipt } from '../../../adapters/stores/erasure-receipt/erasure-receipt'
import { keyedQueue } from '../../../adapters/system/concurrency/keyed-queue'
import type { RunId, ScopeId } from '../../../domain/values/ids'
import { numberedUuid } from '../../fixtures/numbered-uuid'
import { rightOrThrow } from '../../fixtures/right-or-throw'

const runOf = (n: number): ErasedBorrowers => ({
  run: numberedUuid(n) as RunId,
  borrowers: [numberedUuid(1000 + n) as ScopeId],
})

const numbersIn = (receipt: ErasureReceipt): ReadonlyArray<number> =>
  receipt.runs().map(({ run }) => Number(run.slice(-12)))

describe('The erasure receipt that processes share', () => {
  let folder: string
  let place: ErasureReceiptFile
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'glemsom-receipt-'))
    const lock = keyedQueue()
    place = {
      file: path.join(folder, 'erasure-receipt'),
      key: randomBytes(32),
      isShared: true,
      whileOnlyWriter: lock('receipt'),
    }
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const open = async (): Promise<ErasureReceipt> => rightOrThrow(await openErasureReceiptFile(place)())

  it('keeps what each of them adds, also when one rewrites it at the same time', async () => {
    rightOrThrow(await makeErasureReceiptFile(place, [])())
    const [one, other] = [await open(), await open()]
    for (let n = 1; n <= 20; n += 1)
      await Promise.all([one.add(runOf(n))(), other.rewrite(), other.add(runOf(100 + n))()])
    expect(numbersIn(await open())).toHaveLength(40)
  })

  it('has a run only when it is on the disk: a failed write is tried again by the next call', async () => {
    const receipt = rightOrThrow(await makeErasureReceiptFile(place, [])())
    renameSync(folder, `${folder}-away`)
    expect(await receipt.add(runOf(1))()).toMatchObject({ left: { _tag: 'Unavailable' } })
    renameSync(`${folder}-away`, folder)
    rightOrThrow(await receipt.add(runOf(1))())
    expect(numbersIn(await open())).toEqual([1])
    expect(readdirSync(folder)).toEqual(['erasure-receipt'])
  })

  it('is not written over while it cannot be read', async () => {
    const receipt = rightOrThrow(await makeErasureReceiptFile(place, [runOf(1)])())
    writeFileSync(place.file, 'damaged')
    expect(await receipt.add(runOf(2))()).toMatchObject({ left: { _tag: 'Unavailable' } })
    expect(await openErasureReceiptFile(place)()).toMatchObject({
      left: { reason: expect.stringContaining('is damaged') },
    })
  })
})
