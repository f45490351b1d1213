import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeRing } from '../../adapters/stores/kek-ring/open-ring'
import type { Day } from '../../domain/values/day'
import type { KekRing } from '../../retention/keys/kek-ring'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withSoftHsm } from '../fixtures/softhsm/with-softhsm'

const keys = 10_000
/** As many keys are re-wrapped side by side. */
const inBatch = 200
/** Bytes of the content that a ring wraps for a scope, and of the additional data. */
const [contentLength, additionalLength] = [77, 150]

/** Under ten minutes for a million keys. */
const barInMicroseconds = 600

const additionalOf = (epoch: number, number: number): Buffer => Buffer.alloc(additionalLength, epoch * number)

const rewrap = async (ring: KekRing, number: number, wrapped: Uint8Array): Promise<Uint8Array> => {
  const content = rightOrThrow(await ring.unwrap(1, additionalOf(1, number), wrapped)())
  return rightOrThrow(await ring.wrap(2, additionalOf(2, number), content)())
}

/** Does something for each number, so many side by side. */
const forEachKey = async <A>(work: (number: number) => Promise<A>): Promise<ReadonlyArray<A>> => {
  const results: A[] = []
  for (let at = 0; at < keys; at += inBatch)
    results.push(...(await Promise.all(Array.from({ length: inBatch }, (_, number) => work(at + number)))))
  return results
}

withSoftHsm((softHsm) => {
  it('re-wraps ten thousand keys in a hardware module, and prints how long that took', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rewrap-'))
    const module = softHsm().createToken('rewrap')
    const ring = rightOrThrow(await makeRing(path.join(folder, 'ring'), { module })())
    const wrapped = await forEachKey(async (number) =>
      rightOrThrow(await ring.wrap(1, additionalOf(1, number), Buffer.alloc(contentLength, number))()),
    )
    rightOrThrow(await ring.beginEpoch('2026-03-05' as Day)())
    const start = performance.now()
    const again = await forEachKey((number) => rewrap(ring, number, wrapped[number]!))
    const each = ((performance.now() - start) * 1000) / keys
    process.stdout.write(`${each.toFixed(0)} us for each key (asked: less than ${String(barInMicroseconds)})\n`)
    const last = rightOrThrow(await ring.unwrap(2, additionalOf(2, keys - 1), again[keys - 1]!)())
    expect(Buffer.from(last)).toEqual(Buffer.alloc(contentLength, keys - 1))
    await ring.close()
    rmSync(folder, { recursive: true })
  })
})
