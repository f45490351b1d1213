import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import type { Day } from '../../../domain/values/day'
import * as happen from '../happenings'
import { makeWorld, type World } from '../world'

const due = async (): Promise<World> => {
  const world = makeWorld('2026-03-01' as Day)
  happen.lentAndReturned(world)
  happen.lentAndReturned(world)
  await happen.nights(world, 30)
  const person = happen.registered(world)
  world.record('persons', `borrower-${person.borrower}`, ErasureRequested({ borrower: person.borrower }, {}))
  world.calls.length = 0
  return world
}

const expectOnceEach = (world: World) => {
  const scopes = world.erased()
  expect(scopes).toHaveLength(5)
  expect(new Set(scopes).size).toBe(5)
  expect(world.early).toEqual([])
}

const calls = 26

describe('a worker that dies between any two steps', () => {
  it('makes as many calls as are made to fail here', async () => {
    const world = await due()
    await world.midnight()
    expect(world.calls).toHaveLength(calls)
    expectOnceEach(world)
  })

  const places = Array.from({ length: calls }, (_, n) => n + 1)
  it.each(places.flatMap((at) => [[at, 'before'] as const, [at, 'after'] as const]))(
    'at call %i, %s its effect, is resumed, and each scope gets one certificate, never signed early',
    async (at, when) => {
      const world = await due()
      world.crash = { at, when }
      await expect(world.midnight()).rejects.toThrow('crash')
      world.restart()
      const report = await world.run()
      expect(report.after).toMatchObject({ due: 0, overdue: 0 })
      expectOnceEach(world)
    },
  )

  it.each(['fence', 'checkpoint', 'evict', 'purge', 'notErased', 'count', 'keyRows', 'sign'])(
    'signs nothing while %s does not answer, says so, and finishes later',
    async (port) => {
      const world = await due()
      world.fails = port
      const { failed } = await world.midnight()
      expect(failed).toHaveLength(2)
      expect(world.erased()).toEqual([])
      world.fails = undefined
      await world.run()
      expectOnceEach(world)
    },
  )

  it('signs nothing while something can still be opened', async () => {
    const world = await due()
    world.stillOpen = [...world.rows]
    const { failed } = await world.midnight()
    expect(failed.map(({ reason }) => reason)).toEqual(Array(2).fill('something can still be opened'))
    expect(world.erased()).toEqual([])
  })

  it('may be started twice at once: one does the work', async () => {
    const world = await due()
    world.fails = 'follow'
    await world.midnight()
    world.fails = undefined
    const worker = world.worker()
    const [first, second] = await Promise.all([worker(), worker()])
    expect([first.runs, second.runs]).toEqual([2, 0])
    expectOnceEach(world)
  })

  it('writes one certificate for each scope even when two processes do the same work', async () => {
    const world = await due()
    await Promise.all([world.midnight(), world.run()])
    expectOnceEach(world)
  })
})
