import * as E from 'fp-ts/Either'
import type { Either } from 'fp-ts/Either'
import { createBackgroundWork } from '../../../../adapters/system/concurrency/background-work'

/** Work that ends when a test says so, on a day that a test sets. */
const workUnderTest = () => {
  const runs: {
    readonly report: (done: number, total: number) => void
    readonly end: (outcome: Either<string, string>) => void
    readonly fail: (error: Error) => void
  }[] = []
  const day = { today: '2026-01-05' }
  const work = createBackgroundWork<string, string>(
    (report) => () => new Promise((end, fail) => void runs.push({ report, end, fail })),
    () => day.today,
  )
  const endLast = async (outcome: Either<string, string>): Promise<void> => {
    runs.at(-1)!.end(outcome)
    await Promise.resolve()
  }
  return { work, runs, day, endLast }
}

describe('work in the background', () => {
  it('begins when it is first asked for, says how far it has come, and is done once for all who ask on a day', async () => {
    const { work, runs, endLast } = workUnderTest()
    expect(runs).toHaveLength(0)
    expect(work.state()).toEqual({ _tag: 'UnderWay', done: 0, total: 0 })
    runs[0]!.report(3, 10)
    expect(work.state()).toMatchObject({ _tag: 'UnderWay', done: 3, total: 10 })
    await endLast(E.right('read'))
    for (const state of [work.state(), work.state()]) expect(state).toMatchObject({ outcome: E.right('read') })
    expect(runs).toHaveLength(1)
  })

  it('is done again on the next day, and when somebody asks for that, but not twice at a time', async () => {
    const { work, runs, day, endLast } = workUnderTest()
    work.state()
    work.beginAnew()
    await endLast(E.right('first'))
    day.today = '2026-01-06'
    expect(work.state()._tag).toBe('UnderWay')
    await endLast(E.right('second'))
    work.beginAnew()
    day.today = '2026-01-07'
    expect([work.state()._tag, runs.length]).toEqual(['UnderWay', 3])
  })

  it('tells once what went wrong, and begins again for whoever asks after that', async () => {
    const { work, runs, endLast } = workUnderTest()
    work.state()
    await endLast(E.left('unavailable'))
    expect(work.state()).toMatchObject({ outcome: E.left('unavailable') })
    expect(work.state()._tag).toBe('UnderWay')
    runs.at(-1)!.fail(new Error('a fault'))
    await new Promise(setImmediate)
    expect(() => work.state()).toThrow('a fault')
    expect([work.state()._tag, runs.length]).toEqual(['UnderWay', 3])
  })
})
