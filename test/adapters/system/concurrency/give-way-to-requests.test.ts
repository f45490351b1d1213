import { runStepsGivingWay } from '../../../../adapters/system/concurrency/give-way-to-requests'
import { doForEachInSteps, type ComputationSteps } from '../../../../retention/completeness/computation-steps'

const workFor = (ms: number): void => {
  const end = performance.now() + ms
  while (performance.now() < end);
}

describe('a computation beside requests', () => {
  it('lets what waits be done between two of its steps, when they take long', async () => {
    const done: string[] = []
    const count = function* (): ComputationSteps<number> {
      setImmediate(() => done.push('the request'))
      workFor(3)
      yield
      done.push('the second step')
      return 2
    }
    expect(await runStepsGivingWay(count())).toBe(2)
    expect(done).toEqual(['the request', 'the second step'])
  })

  it('uses each item once and in its order, in more steps than one when there are many', () => {
    const items = Array.from({ length: 1234 }, (_, index) => index)
    const used: number[] = []
    const steps = [...doForEachInSteps(items, (item) => used.push(item))]
    expect(used).toEqual(items)
    expect(steps.length).toBeGreaterThan(1)
  })
})
