import type { Day } from '../../../domain/values/day'
import type { Position } from '../../../domain/ports/event-store'
import * as happen from '../happenings'
import { makeWorld } from '../world'

describe('the worker guards itself', () => {
  it('erases nothing when the clock jumps, reports what waits, and goes on once the date is confirmed', async () => {
    const world = makeWorld('2026-03-01' as Day)
    happen.lentAndReturned(world)
    await happen.nights(world, 31)
    happen.lentAndReturned(world)
    await happen.nights(world, 29)
    world.today = '2026-06-15' as Day
    const stopped = await world.run()
    expect(stopped.refused).toEqual([{ _tag: 'MissingDays', from: '2026-04-30', to: '2026-06-14' }])
    expect(stopped.after).toMatchObject({ overdue: 1, oldestOverdue: '2026-05-01', lagDays: 45 })
    world.confirmed = world.today
    expect((await world.run()).refused).toEqual([])
  })

  it('erases nothing when the clock stands before a day that is over', async () => {
    const world = makeWorld('2026-03-05' as Day)
    await world.midnight()
    world.today = '2026-03-04' as Day
    expect((await world.run()).refused).toEqual([{ _tag: 'ClockWentBack', closed: '2026-03-05', today: '2026-03-04' }])
  })

  it('waits for a projection that has not read what made a loan due, and names it', async () => {
    const world = makeWorld('2026-03-01' as Day)
    const loan = happen.lentAndReturned(world)
    await happen.nights(world, 30)
    world.followers = [
      { name: 'overview', log: 'circulation', position: '00000003' as Position },
      { name: 'fees', log: 'circulation', position: '99999999' as Position },
    ]
    const { after } = await world.midnight()
    expect(after).toMatchObject({ waiting: 1, waitingFor: ['overview'] })
    expect(world.erased()).toEqual([])
    world.followers = []
    await world.run()
    expect(world.erased()).toEqual([loan])
  })

  it('leaves a scope under a legal hold alone, and says so', async () => {
    const world = makeWorld('2026-03-01' as Day)
    world.held.add(happen.lentAndReturned(world) as string as never)
    const other = happen.lentAndReturned(world)
    const { after } = await happen.nights(world, 31)
    expect(after).toMatchObject({ held: 1, overdue: 0 })
    expect(world.erased()).toEqual([other])
  })

  it('refuses a run that is much larger than any day of the log makes due', async () => {
    const world = makeWorld('2026-03-01' as Day)
    world.followers = [{ name: 'slow', log: 'circulation', position: undefined }]
    for (let day = 0; day < 10; day += 1) {
      for (let n = 0; n < 60; n += 1) happen.lentAndReturned(world)
      await world.midnight()
    }
    await happen.nights(world, 35)
    world.followers = []
    const { refused } = await world.run()
    expect(refused).toEqual([{ _tag: 'TooMuchAtOnce', log: 'circulation', scopes: 600, limit: 500 }])
    world.confirmed = world.today
    await world.run()
    expect(world.erased()).toHaveLength(600)
  })

  it('lets a busy day through, however many it makes due', async () => {
    const world = makeWorld('2026-03-01' as Day)
    for (let n = 0; n < 1200; n += 1) happen.lentAndReturned(world)
    const { runs } = await happen.nights(world, 31)
    expect(runs).toBe(2)
    expect(new Set(world.erased()).size).toBe(1200)
  })
})
