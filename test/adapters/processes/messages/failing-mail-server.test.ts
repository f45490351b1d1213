import { day } from '../../../fixtures/example-library'
import { createSendingWorld } from '../../../fixtures/messages/sending-world'

const minute = 60_000

describe('a mail server that does not answer', () => {
  it('is tried with one message in a run, again after a minute, and then after twice as long each time', async () => {
    const { world, run } = createSendingWorld(5)
    world.fails = 'connection'
    const attemptsAt = async (minutes: number) => {
      world.now = minutes * minute
      const before = world.recorded.length
      await run()
      return world.recorded.length - before
    }
    expect(await attemptsAt(0)).toBe(1)
    expect(await attemptsAt(0.9)).toBe(0)
    expect(await attemptsAt(1)).toBe(1)
    expect(await attemptsAt(2.9)).toBe(0)
    expect(await attemptsAt(3)).toBe(1)
    expect(world.alarms).toEqual(['email connection'])
    world.fails = undefined
    expect(await attemptsAt(60)).toBe(5)
    expect(world.sent).toHaveLength(5)
  })

  it('is tried again within ten minutes, however long it was away, and then the whole queue goes on at once', async () => {
    const { world, run } = createSendingWorld(20)
    world.fails = 'timeout'
    for (let minutes = 0; minutes < 24 * 60; minutes += 10) {
      world.now = minutes * minute
      await run()
    }
    expect(world.sent).toEqual([])
    world.fails = undefined
    world.now += 10 * minute
    await run()
    expect(world.sent).toHaveLength(20)
  })

  it('fails once, however many messages were under way', async () => {
    const { world, run } = createSendingWorld(40)
    world.prepare = () => {
      if (world.sent.length > 10) world.fails = 'connection'
      return {}
    }
    await run()
    expect(world.alarms).toEqual(['email connection'])
    world.prepare = () => ({})
    world.fails = undefined
    world.now = minute
    await run()
    expect(world.sent).toHaveLength(40)
  })

  it('costs no reading of its messages until it is tried again', async () => {
    const { world, run } = createSendingWorld(5)
    world.fails = 'connection'
    await run()
    const { pagesRead } = world
    world.now = 0.9 * minute
    await run()
    expect(world.pagesRead).toBe(pagesRead)
  })

  it('keeps its messages from being written anew until it is tried again', async () => {
    const { world, run } = createSendingWorld(5)
    world.fails = 'connection'
    await run()
    expect(world.prepared).toBe(5)
    world.now = 0.9 * minute
    await run()
    expect(world.prepared).toBe(5)
    world.now = minute
    await run()
    expect(world.prepared).toBeGreaterThan(5)
  })

  it('lets the process answer requests between two messages', async () => {
    const { world, run } = createSendingWorld(5)
    const running = run()
    await new Promise((resolve) => setImmediate(resolve))
    expect(world.sent.length).toBeLessThan(5)
    await running
    expect(world.sent).toHaveLength(5)
  })

  it('ends its messages on their last day', async () => {
    const { world, run } = createSendingWorld(3)
    world.fails = 'tls'
    world.today = day('2026-03-13')
    await run()
    expect(world.recorded).toHaveLength(3)
  })
})
