import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { handleCommand } from '../../../domain/command-handling/handle-command'
import { messageAggregate } from '../../../domain/message/message-aggregate'
import type { MessageSender } from '../../../domain/ports/message-sender'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import { delay } from '../../../adapters/system/concurrency/delay'
import { oreFromKroner } from '../../../domain/values/ore'
import { exampleMakeMessage, messageId } from '../../fixtures/example-messages'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { day } from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { acquireOneCopy, moveClockTo, nowOnce, registerNumberedBorrower } from '../use-case-steps'
import { mailServer } from './notice-steps'

type Library = Parameters<Parameters<typeof withLibraryIn>[1]>[0]
type Borrower = Awaited<ReturnType<typeof registerNumberedBorrower>>

/** A mail server that hangs on request, the time that messages wait for it, and the alarms of the library. */
const createServer = () => {
  const server = mailServer()
  let hung = Promise.resolve()
  const { send } = server.senders.email
  const email: MessageSender = {
    send: (outgoing) => async () => {
      await hung
      return send(outgoing)()
    },
  }
  const hang = () => {
    let end = (): void => undefined
    hung = new Promise((resolve) => {
      end = resolve
    })
    return { end: () => end() }
  }
  const alarms: string[] = []
  return Object.assign(server, { senders: { email }, hang, alarms, time: { passed: 0 } })
}

type Server = ReturnType<typeof createServer>

/** A library with a borrower, whose messages go to a mail server. */
const withBorrower = <A>(
  use: (library: Library, borrower: Borrower, server: Server, folder: string) => Promise<A>,
): Promise<A> => {
  const server = createServer()
  return withTemporaryFolder((folder) =>
    withLibraryIn(
      folder,
      async (library) => {
        await acquireOneCopy(library)
        return use(library, await registerNumberedBorrower(library, 1, 'anna@example.dk'), server, folder)
      },
      {
        messageSenders: server.senders,
        messageTime: { elapsed: () => server.time.passed },
        alarm: (kind) => server.alarms.push(kind),
      },
    ),
  )
}

/** Makes a message, that fees were paid, and tries to send it. */
const sendMessageTo = async (library: Library, borrower: Borrower, { senders }: Server): Promise<void> => {
  const { commandHandling } = library.useCaseDependencies
  const made = {
    ...{ ...exampleMakeMessage, kind: 'payment' as const, borrower, madeOn: commandHandling.clock.today() },
    items: [{ name: 'Night and Day', day: null, amount: oreFromKroner(20) }],
  }
  rightOrThrow(await handleCommand(commandHandling)(messageAggregate)(messageId(1))(made)())
  rightOrThrow(await library.catchUpReadModels())
  await library.messages.sendPending(senders)
}

const expectedMessage = { address: 'anna@example.dk', subject: 'Du slettes som låner' }

describe('"you are being erased"', () => {
  it('is handed over once to a borrower who asked for it, and stored nowhere', () =>
    withBorrower(async (library, borrower, { taken, senders }, folder) => {
      for (let times = 0; times < 2; times += 1)
        await requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })()
      await library.retention.run()
      await library.messages.sendPending(senders)
      expect(taken).toMatchObject([expectedMessage])
      const { events } = await readBothLogs(library)
      expect(events.filter(({ type }) => /Message|Notice/.test(type))).toEqual([])
      const outbox = path.join(folder, 'outbox')
      expect(existsSync(outbox) ? readdirSync(outbox) : []).toEqual([])
    }))

  it('is handed over once to a borrower who lapses', () =>
    withBorrower(async (library, _borrower, { taken }) => {
      await moveClockTo(library, day('2028-07-01'))
      expect(taken).toMatchObject([expectedMessage])
    }))

  it('is not tried again when the mail server fails, and the erasure goes on', () =>
    withBorrower(async (library, borrower, server) => {
      server.fails = 'connection'
      rightOrThrow(await requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })())
      server.fails = undefined
      const { erased } = await library.retention.run()
      await library.messages.sendPending(server.senders)
      expect(server.taken).toEqual([])
      expect(erased).toMatchObject({ borrower: 1 })
      expect(server.alarms).toEqual(['MessagesNotSent'])
    }))

  it('is not handed over to a mail server that failed for another message, until its next probe is due', () =>
    withBorrower(async (library, borrower, server) => {
      const [bo, carl] = [
        await registerNumberedBorrower(library, 2, 'bo@example.dk'),
        await registerNumberedBorrower(library, 3, 'carl@example.dk'),
      ]
      server.fails = 'connection'
      await sendMessageTo(library, carl, server)
      server.fails = undefined
      await requestErasure(library.useCaseDependencies)({ borrower: bo, ...nowOnce(library) })()
      expect(server.taken).toEqual([])
      server.time.passed += 60_000
      await requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })()
      expect(server.taken).toMatchObject([expectedMessage])
    }))

  it('holds the answer up for about a second when the mail server hangs, and is handed over once when it goes on', () =>
    withBorrower(async (library, borrower, server) => {
      const hanging = server.hang()
      const request = requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })()
      expect(await Promise.race([request, delay(15_000)])).toMatchObject({ _tag: 'Right' })
      expect(await library.retention.run()).toMatchObject({ erased: { borrower: 1 } })
      expect(server.taken).toEqual([])
      hanging.end()
      await delay(0)
      await library.messages.sendPending(server.senders)
      expect(server.taken).toMatchObject([expectedMessage])
    }))

  it('is handed over before a stop ends', async () => {
    const taken = await withBorrower(async (library, borrower, server) => {
      const hanging = server.hang()
      await requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })()
      setTimeout(hanging.end, 50)
      return server.taken
    })
    expect(taken).toMatchObject([expectedMessage])
  })

  it('is not said to a borrower whose request is refused', () =>
    withBorrower(async (library, _borrower, { taken }) => {
      const unknownBorrower = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as typeof _borrower
      await requestErasure(library.useCaseDependencies)({ borrower: unknownBorrower, ...nowOnce(library) })()
      expect(taken).toEqual([])
    }))
})
