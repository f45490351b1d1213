import { committingNowAndThen, waitAfter } from '../../../../adapters/processes/running/committing'

describe('what is kept now and then', () => {
  it.each([
    [0, 100],
    [4, 100],
    [20, 400],
    [60, 1000],
  ])('after a commit of %d ms is kept again in %d ms', (took, wait) => {
    expect(waitAfter(took)).toBe(wait)
  })

  describe('with a clock that tests move', () => {
    beforeEach(() => {
      jest.useFakeTimers()
    })
    afterEach(() => {
      jest.useRealTimers()
    })

    it('is kept sooner the less it costs, and no more once stopped', () => {
      let now = 0
      const commits: number[] = []
      const commit = (): void => {
        commits.push(Date.now())
        now += 30
      }
      const began = Date.now()
      const stop = committingNowAndThen({ commit }, { elapsed: () => now })
      jest.advanceTimersByTime(800)
      expect(commits.map((at) => at - began)).toEqual([100, 700])
      stop()
      jest.advanceTimersByTime(10_000)
      expect(commits).toHaveLength(2)
    })
  })
})
