import { commitPeriodically, msToWaitAfterCommit } from '../../../../adapters/processes/projectors/commit-periodically'

describe('a periodic commit', () => {
  it.each([
    [0, 100],
    [4, 100],
    [20, 400],
    [60, 1000],
  ])('after a commit of %d ms is repeated in %d ms', (commitMs, expectedDelay) => {
    expect(msToWaitAfterCommit(commitMs)).toBe(expectedDelay)
  })

  describe('with a clock that the test moves', () => {
    beforeEach(() => {
      jest.useFakeTimers()
    })
    afterEach(() => {
      jest.useRealTimers()
    })

    it('is repeated sooner when it is cheap, and never after it is stopped', () => {
      let now = 0
      const commits: number[] = []
      const commit = (): void => {
        commits.push(Date.now())
        now += 30
      }
      const start = Date.now()
      const stop = commitPeriodically({ commit }, { elapsed: () => now })
      jest.advanceTimersByTime(800)
      expect(commits.map((at) => at - start)).toEqual([100, 700])
      stop()
      jest.advanceTimersByTime(10_000)
      expect(commits).toHaveLength(2)
    })
  })
})
