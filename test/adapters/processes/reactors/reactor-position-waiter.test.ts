import { createReactorPositionWaiter } from '../../../../adapters/processes/reactors/reactor-position-waiter'
import type { Position } from '../../../../domain/ports/event-store'

const at = (sequence: number): Position => String(sequence).padStart(4, '0') as Position

const progress = (passed: number, lastReaction?: number) => ({
  passed: at(passed),
  lastReaction: lastReaction === undefined ? undefined : at(lastReaction),
})

/** Waits for a position, and records the answer. */
const waitFor = (waiter: ReturnType<typeof createReactorPositionWaiter>, sequence: number) => {
  const answers: boolean[] = []
  void waiter.waitFor(at(sequence)).then((answer) => answers.push(answer))
  return async () => {
    await new Promise(setImmediate)
    return answers
  }
}

describe('a position waiter', () => {
  it('answers true when the reactor has passed the position, and not before', async () => {
    const waiter = createReactorPositionWaiter()
    const answers = waitFor(waiter, 5)
    waiter.advanceTo(progress(4))
    expect(await answers()).toEqual([])
    waiter.advanceTo(progress(5))
    expect(await answers()).toEqual([true])
  })

  it('answers at once when the reactor has already passed the position', async () => {
    const waiter = createReactorPositionWaiter()
    waiter.advanceTo(progress(7))
    expect(await waitFor(waiter, 5)()).toEqual([true])
  })

  it('waits for the events of reactions to events up to the position', async () => {
    const waiter = createReactorPositionWaiter()
    const answers = waitFor(waiter, 5)
    waiter.advanceTo(progress(5, 9))
    waiter.advanceTo(progress(8))
    expect(await answers()).toEqual([])
    waiter.advanceTo(progress(9))
    expect(await answers()).toEqual([true])
  })

  it('waits for the events of earlier reactions that are reported before it starts', async () => {
    const waiter = createReactorPositionWaiter()
    waiter.advanceTo(progress(3, 9))
    const answers = waitFor(waiter, 5)
    waiter.advanceTo(progress(5))
    expect(await answers()).toEqual([])
    waiter.advanceTo(progress(9))
    expect(await answers()).toEqual([true])
  })

  it('ends although every event has a reaction', async () => {
    const waiter = createReactorPositionWaiter()
    const answers = waitFor(waiter, 1)
    for (let sequence = 1; sequence < 20; sequence += 1) waiter.advanceTo(progress(sequence, sequence + 1))
    expect(await answers()).toEqual([true])
  })

  it('ignores older progress that is reported later', async () => {
    const waiter = createReactorPositionWaiter()
    waiter.advanceTo(progress(9))
    waiter.advanceTo(progress(2))
    expect(waiter.progress()).toEqual(progress(9))
    expect(await waitFor(waiter, 9)()).toEqual([true])
  })

  it('answers false when it is cancelled', async () => {
    const waiter = createReactorPositionWaiter()
    const answers = waitFor(waiter, 5)
    waiter.cancelAll()
    expect(await answers()).toEqual([false])
  })

  it('answers false to a caller who comes after it was cancelled', async () => {
    const waiter = createReactorPositionWaiter()
    waiter.cancelAll()
    expect(await waitFor(waiter, 5)()).toEqual([false])
  })
})
