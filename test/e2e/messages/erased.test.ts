import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { day } from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { acquireOneCopy, moveClockTo, nowOnce, registerNumberedBorrower } from '../use-case-steps'
import { mailServer } from './notice-steps'

type Server = ReturnType<typeof mailServer>

/** A library with a borrower, whose messages go to a mail server. */
const withBorrower = (
  use: (
    library: Parameters<Parameters<typeof withLibraryIn>[1]>[0],
    borrower: Awaited<ReturnType<typeof registerNumberedBorrower>>,
    server: Server,
    folder: string,
  ) => Promise<void>,
) => {
  const server = mailServer()
  return withTemporaryFolder((folder) =>
    withLibraryIn(
      folder,
      async (library) => {
        await acquireOneCopy(library)
        await use(library, await registerNumberedBorrower(library, 1, 'anna@example.dk'), server, folder)
      },
      { messageSenders: server.senders },
    ),
  )
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
    }))

  it('is not said to a borrower whose request is refused', () =>
    withBorrower(async (library, _borrower, { taken }) => {
      const unknownBorrower = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as typeof _borrower
      await requestErasure(library.useCaseDependencies)({ borrower: unknownBorrower, ...nowOnce(library) })()
      expect(taken).toEqual([])
    }))
})
