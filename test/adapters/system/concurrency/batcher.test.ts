import { batcher } from '../../../../adapters/system/concurrency/batcher'

describe('a batcher', () => {
  const batches: Array<ReadonlyArray<number>> = []
  const double = batcher((batch: ReadonlyArray<number>) => {
    batches.push(batch)
    return batch.includes(0) ? Promise.reject(new Error('not today')) : Promise.resolve(batch.map((n) => 2 * n))
  })
  beforeEach(() => {
    batches.length = 0
  })

  it('answers each call with its own result', async () => {
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
    expect(batches).toEqual([[1, 2, 3]])
  })

  it('collects the calls that arrive during a batch into the next batch', async () => {
    const first = double(1)
    await Promise.resolve()
    const later = [double(2), double(3)]
    expect(await Promise.all([first, ...later])).toEqual([2, 4, 6])
    expect(batches).toEqual([[1], [2, 3]])
  })

  it('rejects every call of a failed batch, and no later call', async () => {
    const failedBatch = Promise.allSettled([double(0), double(1)])
    await Promise.resolve()
    const after = double(2)
    expect((await failedBatch).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await after).toBe(4)
  })

  it('rejects a call for which the batch has no answer', async () => {
    const incompleteBatcher = batcher((batch: ReadonlyArray<number>) => Promise.resolve(batch.slice(1)))
    const [one, other] = await Promise.allSettled([incompleteBatcher(1), incompleteBatcher(2)])
    expect(one).toEqual({ status: 'fulfilled', value: 2 })
    expect(other).toMatchObject({ reason: new RangeError('the batch has no answer for item 1') })
  })
})
