import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { samePolicyEachDay } from '../../../domain/policy/policy-by-day'
import { closeDay } from '../../../domain/use-cases/close-day'
import type { BorrowerId } from '../../../domain/values/ids'
import { borrowerById } from '../../../projections/borrowers/borrower-record-queries'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../../adapters/interfaces/http/http-steps'
import { borrowerUser, staffUser, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { day } from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { moveClockTo } from '../use-case-steps'
import { contactByEmail, registerWithVerifiedEmail, withLibrary } from './message-steps'
import { mailServer, noticesTo } from './notice-steps'

/** Two years after the half-year of registration, June 2026: June 2028. The notice comes a month before. */
const afterNotice = day('2028-06-01')
const afterErasure = day('2028-07-01')

/** A library with a borrower who is registered in January 2026 and comes no more. */
const withInactiveBorrower = (
  use: (library: ServedLibrary, borrower: BorrowerId, copy: string) => Promise<void>,
  contact: object = contactByEmail,
) =>
  withLibrary(async (library) => {
    const copy = await acquireCopyByHttp(library)
    const isReached = contact === contactByEmail
    const register = isReached ? registerWithVerifiedEmail : registerBorrowerByHttp
    await use(library, await register(library, { contact }), copy)
  })

const isRegistered = async ({ runningLibrary }: ServedLibrary, borrower: BorrowerId): Promise<boolean> => {
  rightOrThrow(await runningLibrary.catchUpReadModels())
  return borrowerById(borrower)(runningLibrary.rows) !== undefined
}

const typesOf = async ({ runningLibrary }: ServedLibrary): Promise<ReadonlyArray<string>> =>
  (await readBothLogs(runningLibrary)).events.map(({ type }) => type).filter((type) => /Announced|Lapsed/.test(type))

describe('a borrower who has not used the library for two years', () => {
  it(
    'is told so a month before, sees until when, and is erased with the next month',
    withInactiveBorrower(async (library, borrower) => {
      await moveClockTo(library.runningLibrary, day('2028-05-31'))
      expect(await noticesTo(library.runningLibrary, borrower)).toEqual([])
      await moveClockTo(library.runningLibrary, afterNotice)
      expect(await noticesTo(library.runningLibrary, borrower)).toEqual(['2028-05 beforeErasure pending'])
      const { taken, senders } = mailServer()
      await library.runningLibrary.messages.sendPending(senders)
      expect(taken).toMatchObject([
        { address: 'anna@example.dk', text: expect.stringContaining('juni 2028') as string },
      ])
      const { body } = await library.send('GET', '/me/data', { as: borrowerUser(borrower) })
      expect(body.kinds.borrowerNumber.data).toMatchObject({
        ...{ announcedIn: '2028-05', forgottenIfUnusedOn: '2028-06-30' },
      })
      await moveClockTo(library.runningLibrary, day('2028-06-30'))
      expect(await isRegistered(library, borrower)).toBe(true)
      await moveClockTo(library.runningLibrary, afterErasure)
      expect(await isRegistered(library, borrower)).toBe(false)
      expect(await typesOf(library)).toEqual(['ErasureAnnounced', 'BorrowerLapsed'])
    }),
  )

  it(
    'stays when they borrow after the message',
    withInactiveBorrower(async (library, borrower, copy) => {
      await moveClockTo(library.runningLibrary, afterNotice)
      expect((await lendCopyByHttp(library, copy, borrower)).status).toBe(201)
      await moveClockTo(library.runningLibrary, afterErasure)
      expect(await isRegistered(library, borrower)).toBe(true)
      const { body } = await library.send('GET', '/me/data', { as: borrowerUser(borrower) })
      expect(body.kinds.borrowerNumber.data).toMatchObject({ announcedIn: null })
    }),
  )

  it(
    'who cannot be reached gets a letter to print, and is erased all the same when nobody prints it',
    withInactiveBorrower(
      async (library, borrower) => {
        await moveClockTo(library.runningLibrary, afterNotice)
        await library.runningLibrary.messages.sendPending(mailServer().senders)
        rightOrThrow(await library.runningLibrary.catchUpReadModels())
        const { letters } = (await library.send('GET', '/notices/letters', { as: staffUser })).body
        expect(letters).toMatchObject([{ name: 'Ingen Bestemt', address: 'Vejen 1, 9000 Aalborg' }])
        await moveClockTo(library.runningLibrary, afterErasure)
        expect(await isRegistered(library, borrower)).toBe(false)
      },
      { ...contactByEmail, emails: [], emailForNotices: null },
    ),
  )

  it(
    'of whom no address at all is known is erased all the same, and no letter waits',
    withInactiveBorrower(
      async (library, borrower) => {
        await moveClockTo(library.runningLibrary, afterNotice)
        await library.runningLibrary.messages.sendPending(mailServer().senders)
        rightOrThrow(await library.runningLibrary.catchUpReadModels())
        expect((await library.send('GET', '/notices/letters', { as: staffUser })).body.letters).toEqual([])
        await moveClockTo(library.runningLibrary, afterErasure)
        expect(await isRegistered(library, borrower)).toBe(false)
      },
      { ...contactByEmail, emails: [], emailForNotices: null, address: null },
    ),
  )

  it(
    'is told once, also when the closing runs again after a crash',
    withInactiveBorrower(async (library, borrower) => {
      await moveClockTo(library.runningLibrary, afterNotice)
      rightOrThrow(await closeDay(library.runningLibrary.useCaseDependencies)(day('2028-05-31'))())
      expect(await noticesTo(library.runningLibrary, borrower)).toHaveLength(1)
      expect(await typesOf(library)).toEqual(['ErasureAnnounced'])
    }),
  )

  it('is told earlier, when the policy sets more months', () => {
    const inactivity = { years: 2, noticeMonths: 3 }
    return withLibrary(
      async (library) => {
        await acquireCopyByHttp(library)
        const borrower = await registerBorrowerByHttp(library)
        await moveClockTo(library.runningLibrary, day('2028-04-01'))
        expect(await noticesTo(library.runningLibrary, borrower)).toEqual(['2028-03 beforeErasure pending'])
      },
      { policy: samePolicyEachDay({ ...defaultLibraryPolicy, inactivity }) },
    )()
  })
})
