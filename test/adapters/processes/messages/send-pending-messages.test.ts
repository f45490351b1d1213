import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { createRetryTimes } from '../../../../adapters/processes/messages/retry-times'
import { sendPendingMessages } from '../../../../adapters/processes/messages/send-pending-messages'
import type {
  MessageSendingPorts,
  PreparedMessage,
} from '../../../../adapters/processes/messages/message-sending-ports'
import type { SendingFailureReason } from '../../../../domain/message/sending-failure-reason'
import { sendingFailed, type MessageSender } from '../../../../domain/ports/message-sender'
import type { Day } from '../../../../domain/values/day'
import type { MessageRow } from '../../../../projections/messages/message-table'
import { anna, day } from '../../../fixtures/example-library'
import { messageId } from '../../../fixtures/example-messages'
import { outgoingMessage } from '../../../fixtures/messages/outgoing-message'

const minute = 60_000

const row = (n: number, madeOn: Day): MessageRow => ({
  ...{ message: messageId(n), borrower: anna, kind: 'dueSoon', madeOn, items: '[]' },
  ...{ pickUpBranch: null, pickUpNumber: null },
  ...{ state: 'pending', endedOn: null, channel: null, address: null, reason: null },
})

/** A library with pending messages, a mail server and an SMS gateway that may fail, and a clock. */
const createWorld = (count: number) => {
  const madeOn = day('2026-03-10')
  const world = {
    pending: Array.from({ length: count }, (_, at) => row(at + 1, madeOn)),
    now: 0,
    today: day('2026-03-11'),
    mayContinue: true,
    logAnswers: true,
    fails: undefined as SendingFailureReason | undefined,
    prepare: (_row: MessageRow): Partial<PreparedMessage> => ({}),
    sent: [] as string[],
    recorded: [] as object[],
    alarms: [] as string[],
    prepared: 0,
  }
  const sender: MessageSender = {
    send: ({ message }) => {
      if (world.fails !== undefined) return TE.left(sendingFailed(world.fails))
      world.sent.push(message)
      return TE.right(undefined)
    },
  }
  const ports: MessageSendingPorts = {
    pending: () => Promise.resolve(E.right(world.pending)),
    prepare: (message) => () => {
      world.prepared += 1
      return Promise.resolve({
        ...{ _tag: 'Ready', channel: 'email' },
        outgoing: outgoingMessage('anna@example.dk', { message: message.message }),
        ...world.prepare(message),
      } as PreparedMessage)
    },
    senders: { email: sender, sms: sender },
    record: (command) => {
      if (!world.logAnswers) return TE.left('the log does not answer')
      world.recorded.push(command)
      if (command.type === 'RecordMessageSent')
        world.pending = world.pending.filter(({ message }) => message !== command.message)
      return TE.right(undefined)
    },
    today: () => world.today,
    retries: createRetryTimes({ elapsed: () => world.now }),
    unrecorded: new Set(),
    mayContinue: () => Promise.resolve(world.mayContinue),
    alarmChannelFails: (channel, reason) => void world.alarms.push(`${channel} ${reason}`),
  }
  return { world, run: () => sendPendingMessages(ports) }
}

describe('pending messages', () => {
  it('are sent once each, and recorded with channel, address and day', async () => {
    const { world, run } = createWorld(2)
    await run()
    await run()
    expect(world.sent).toEqual([messageId(1), messageId(2)])
    const outcome = { type: 'RecordMessageSent', channel: 'email', address: 'anna@example.dk', on: '2026-03-11' }
    expect(world.recorded).toEqual([1, 2].map((n) => ({ ...outcome, message: messageId(n) })))
  })

  it('of a borrower without contact information are recorded as such, and not sent', async () => {
    const { world, run } = createWorld(1)
    world.prepare = () => ({ _tag: 'Refused', reason: 'noContactInformation' })
    await run()
    expect(world.sent).toEqual([])
    expect(world.recorded).toMatchObject([{ type: 'RecordFailedAttempt', reason: 'noContactInformation' }])
  })

  it('of a borrower who is erased are neither sent nor recorded', async () => {
    const { world, run } = createWorld(1)
    world.prepare = () => ({ _tag: 'Gone' })
    await run()
    expect([world.sent, world.recorded]).toEqual([[], []])
  })

  it('are not sent later than three days after their day', async () => {
    const { world, run } = createWorld(1)
    world.today = day('2026-03-14')
    await run()
    expect(world.sent).toEqual([])
    expect(world.recorded).toMatchObject([{ reason: 'tooLate' }])
  })

  it('wait when the process has lost the lease: another one sends', async () => {
    const { world, run } = createWorld(2)
    world.mayContinue = false
    await run()
    expect([world.sent, world.recorded]).toEqual([[], []])
  })
})

describe('a mail server that does not answer', () => {
  it('is tried with one message in a run, again after a minute, and then after twice as long each time', async () => {
    const { world, run } = createWorld(5)
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

  it('keeps its messages from being written anew until it is tried again', async () => {
    const { world, run } = createWorld(5)
    world.fails = 'connection'
    await run()
    expect(world.prepared).toBe(5)
    world.now = 0.9 * minute
    await run()
    expect(world.prepared).toBe(5)
    world.now = minute
    await run()
    expect(world.prepared).toBe(10)
  })

  it('lets the process answer requests between two messages', async () => {
    const { world, run } = createWorld(5)
    const running = run()
    await new Promise((resolve) => setImmediate(resolve))
    expect(world.sent.length).toBeLessThan(5)
    await running
    expect(world.sent).toHaveLength(5)
  })

  it('ends its messages on their last day', async () => {
    const { world, run } = createWorld(3)
    world.fails = 'tls'
    world.today = day('2026-03-13')
    await run()
    expect(world.recorded).toHaveLength(3)
  })
})

describe('a recipient who is busy', () => {
  it('keeps no other message from being sent', async () => {
    const { world, run } = createWorld(3)
    world.fails = 'busy'
    await run()
    expect(world.recorded).toHaveLength(3)
    expect(world.alarms).toEqual([])
  })
})

describe('a message that was sent while the log did not answer', () => {
  it('is recorded later, and not sent again by the same process', async () => {
    const { world, run } = createWorld(1)
    world.logAnswers = false
    await run()
    expect(world.sent).toHaveLength(1)
    world.logAnswers = true
    await run()
    expect(world.sent).toHaveLength(1)
    expect(world.recorded).toMatchObject([{ type: 'RecordMessageSent' }])
  })
})
