import { messagesInFlight } from '../../../../adapters/processes/messages/messages-in-flight'
import { day } from '../../../fixtures/example-library'
import { messageId } from '../../../fixtures/example-messages'
import { createSendingWorld } from '../../../fixtures/messages/sending-world'

const minute = 60_000

describe('pending messages', () => {
  it('are sent once each, and recorded with channel, address and day', async () => {
    const { world, run } = createSendingWorld(2)
    await run()
    await run()
    expect(world.sent).toEqual([messageId(1), messageId(2)])
    const outcome = {
      type: 'RecordMessageSent',
      channel: 'email',
      address: 'anna@example.dk',
      items: null,
      on: '2026-03-11',
    }
    expect(world.recorded).toEqual([1, 2].map((n) => ({ ...outcome, message: messageId(n) })))
  })

  it('of a borrower without contact information are recorded as such, and not sent', async () => {
    const { world, run } = createSendingWorld(1)
    world.prepare = () => ({ _tag: 'Refused', reason: 'noContactInformation' })
    await run()
    expect(world.sent).toEqual([])
    expect(world.recorded).toMatchObject([{ type: 'RecordFailedAttempt', reason: 'noContactInformation' }])
  })

  it('that come after one that was given up are sent at once', async () => {
    const { world, run } = createSendingWorld(2)
    const [first, second] = world.pending
    world.pending = [first!]
    world.prepare = () => ({ _tag: 'Refused', reason: 'noContactInformation' })
    await run()
    world.pending = [second!]
    world.prepare = () => ({})
    await run()
    expect(world.sent).toEqual([messageId(2)])
  })

  it('of a borrower who is erased are neither sent nor recorded', async () => {
    const { world, run } = createSendingWorld(1)
    world.prepare = () => ({ _tag: 'Gone' })
    await run()
    expect([world.sent, world.recorded]).toEqual([[], []])
  })

  it('are not sent later than three days after their day', async () => {
    const { world, run } = createSendingWorld(1)
    world.today = day('2026-03-14')
    await run()
    expect(world.sent).toEqual([])
    expect(world.recorded).toMatchObject([{ reason: 'tooLate' }])
  })

  it('are sent a few at once, and no more', async () => {
    const { world, run } = createSendingWorld(40)
    world.msToSend = 5
    await run()
    expect(world.sent).toHaveLength(40)
    expect(world.mostUnderWay).toBe(messagesInFlight)
  })

  it('that are under way when the process is told to stop are recorded, and no further one is begun', async () => {
    const { world, run } = createSendingWorld(40)
    world.prepare = () => {
      if (world.sent.length > 0) world.mayContinue = false
      return {}
    }
    await run()
    expect(world.sent.length).toBeLessThanOrEqual(messagesInFlight)
    expect(world.recorded).toHaveLength(world.sent.length)
  })

  it('of a legal notice go also late', async () => {
    const { world, run } = createSendingWorld(1)
    world.pending = world.pending.map((message) => ({ ...message, kind: 'bill' }))
    world.today = day('2026-03-30')
    await run()
    expect(world.sent).toHaveLength(1)
  })

  it('that became letters wait for staff, and are read again after an hour', async () => {
    const { world, run } = createSendingWorld(1)
    world.prepare = () => ({ _tag: 'Letter' })
    await run()
    await run()
    expect(world.prepared).toBe(1)
    world.now = 60 * minute
    await run()
    expect(world.prepared).toBe(2)
    expect([world.sent, world.recorded]).toEqual([[], []])
  })

  it('are sent at once when they come after a letter that staff have printed', async () => {
    const { world, run } = createSendingWorld(2)
    const [letter, next] = world.pending
    world.pending = [letter!]
    world.prepare = () => ({ _tag: 'Letter' })
    await run()
    // Staff print the letter over HTTP; nothing else tells the sending of it.
    world.pending = [next!]
    world.prepare = () => ({})
    await run()
    expect(world.sent).toEqual([messageId(2)])
  })

  it('that wait are not read again before one of them is due, also when others of them were printed', async () => {
    const { world, run } = createSendingWorld(6)
    world.prepare = () => ({ _tag: 'Letter' })
    await run()
    const { pagesRead } = world
    world.pending = world.pending.slice(3)
    await run()
    expect([world.pagesRead, world.prepared]).toEqual([pagesRead, 6])
  })

  it('wait when the process has lost the lease: another one sends', async () => {
    const { world, run } = createSendingWorld(2)
    world.mayContinue = false
    await run()
    expect([world.sent, world.recorded]).toEqual([[], []])
  })
})

describe('a recipient who is busy', () => {
  it('keeps no other message from being sent', async () => {
    const { world, run } = createSendingWorld(3)
    world.fails = 'busy'
    await run()
    expect(world.recorded).toHaveLength(3)
    expect(world.alarms).toEqual([])
  })
})

describe('a message that was sent while the log did not answer', () => {
  it('is recorded later, and not sent again by the same process', async () => {
    const { world, run } = createSendingWorld(1)
    world.logAnswers = false
    await run()
    expect(world.sent).toHaveLength(1)
    world.logAnswers = true
    world.now = minute
    await run()
    expect(world.sent).toHaveLength(1)
    expect(world.recorded).toMatchObject([{ type: 'RecordMessageSent' }])
  })
})
