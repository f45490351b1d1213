import { together } from '../../../../adapters/system/concurrency/together'

describe('What is asked one by one and answered together', () => {
  const asked: Array<ReadonlyArray<number>> = []
  const doubled = together((all: ReadonlyArray<number>) => {
    asked.push(all)
    return all.includes(0) ? Promise.reject(new Error('not today')) : Promise.resolve(all.map((n) => 2 * n))
  })
  beforeEach(() => {
    asked.length = 0
  })

  it('answers each asker what they asked', async () => {
    expect(await Promise.all([1, 2, 3].map(doubled))).toEqual([2, 4, 6])
    expect(asked).toEqual([[1, 2, 3]])
  })

  it('gathers what comes while others are asked for the next asking', async () => {
    const first = doubled(1)
    await Promise.resolve()
    const later = [doubled(2), doubled(3)]
    expect(await Promise.all([first, ...later])).toEqual([2, 4, 6])
    expect(asked).toEqual([[1], [2, 3]])
  })

  it('tells all whom it asked for when the asking fails, and nobody after them', async () => {
    const failing = Promise.allSettled([doubled(0), doubled(1)])
    await Promise.resolve()
    const after = doubled(2)
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await after).toBe(4)
  })

  it('says so when somebody is left without an answer', async () => {
    const short = together((all: ReadonlyArray<number>) => Promise.resolve(all.slice(1)))
    const [one, other] = await Promise.allSettled([short(1), short(2)])
    expect(one).toEqual({ status: 'fulfilled', value: 2 })
    expect(other).toMatchObject({ reason: new RangeError('nothing was answered to what was asked in place 1') })
  })
})
