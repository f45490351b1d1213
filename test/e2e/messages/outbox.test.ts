import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import type { BorrowerId } from '../../../domain/values/ids'
import { acquireCopyByHttp } from '../../adapters/interfaces/http/http-steps'
import { asStaff, reserve, scan } from '../../adapters/interfaces/http/staff-steps'
import { withServerOf, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { day } from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { moveClockTo, nowOnce, registerNumberedBorrower } from '../use-case-steps'

const filesIn = (folder: string): ReadonlyArray<string> => (existsSync(folder) ? readdirSync(folder) : [])

type Use = (library: ServedLibrary, outbox: string, reservation: string, borrower: BorrowerId) => Promise<void>

/** Runs a test on a library with a message to send: that a copy is ready. */
const withMessageToSend = (use: Use) =>
  withTemporaryFolder((folder) =>
    withLibraryIn(folder, (runningLibrary) =>
      withServerOf(runningLibrary, async (library) => {
        const staff = asStaff(library)
        const copy = await acquireCopyByHttp(library, { name: 'Lykke-Per' })
        const borrower = await registerNumberedBorrower(runningLibrary, 1, 'anna@example.dk')
        const reservation = await reserve(staff, borrower)
        await scan(staff, copy)
        await use(library, path.join(folder, 'outbox'), reservation, borrower)
      }),
    ),
  )

const withMessageInOutbox = (use: Use) =>
  withMessageToSend(async (library, outbox, reservation, borrower) => {
    await library.runningLibrary.messages.sendPending({})
    const [file = ''] = filesIn(outbox)
    expect(readFileSync(path.join(outbox, file), 'utf8')).toContain('email: anna@example.dk')
    await use(library, outbox, reservation, borrower)
  })

describe('a file of the outbox', () => {
  it('goes with the key of its message, 30 days after its day', () =>
    withMessageInOutbox(async ({ runningLibrary }, outbox) => {
      await moveClockTo(runningLibrary, day('2026-02-04'))
      expect(filesIn(outbox)).toHaveLength(1)
      await moveClockTo(runningLibrary, day('2026-02-05'))
      expect(filesIn(outbox)).toEqual([])
    }))

  it('goes with its borrower, who is erased on request', () =>
    withMessageInOutbox(async (library, outbox, reservation, borrower) => {
      await asStaff(library).cancel(reservation)
      const { runningLibrary } = library
      await runningLibrary.retention.run()
      expect(filesIn(outbox)).toHaveLength(1)
      const request = { borrower, ...nowOnce(runningLibrary) }
      rightOrThrow(await requestErasure(runningLibrary.useCaseDependencies)(request)())
      expect(await runningLibrary.retention.run()).toMatchObject({ failed: [], overdue: 0 })
      expect(filesIn(outbox)).toEqual([])
    }))
})

describe('a service that is stopping', () => {
  it('sends no further message, and leaves it to the next one', () =>
    withMessageToSend(async ({ runningLibrary: { messages } }, outbox) => {
      await messages.sendPending({}, () => true)
      expect(filesIn(outbox)).toEqual([])
      await messages.sendPending({})
      expect(filesIn(outbox)).toHaveLength(1)
    }))
})

describe('a borrower who has asked for erasure', () => {
  it('is written to no more, also before the erasure has run', () =>
    withMessageToSend(async (library, outbox, reservation, borrower) => {
      await asStaff(library).cancel(reservation)
      const { runningLibrary } = library
      const request = { borrower, ...nowOnce(runningLibrary) }
      rightOrThrow(await requestErasure(runningLibrary.useCaseDependencies)(request)())
      rightOrThrow(await runningLibrary.catchUpReadModels())
      await runningLibrary.messages.sendPending({})
      expect(filesIn(outbox)).toEqual([])
    }))
})
