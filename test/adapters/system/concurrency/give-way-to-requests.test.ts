import { runStepsGivingWay } from '../../../../adapters/system/concurrency/give-way-to-requests'
import { partsOf, type ComputationSteps } from '../../../../retention/completeness/computation-steps'

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

  it.each([0, 1, 500, 501, 1234])('has %p items in their order, in parts of at most 500', (length) => {
    const items = Array.from({ length }, (_, index) => index)
    const parts = [...partsOf(items)]
    expect(parts.flat()).toEqual(items)
    expect(parts.every((part) => part.length > 0 && part.length <= 500)).toBe(true)
  })
})
