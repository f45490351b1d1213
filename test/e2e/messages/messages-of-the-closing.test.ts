import { closeDay } from '../../../domain/use-cases/close-day'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { samePolicyEachDay } from '../../../domain/policy/policy-by-day'
import { contentOfMessage, messagesOfBorrower } from '../../../projections/messages/message-queries'
import { staffUser } from '../../adapters/interfaces/http/with-http-server'
import { testBranch } from '../../adapters/interfaces/http/http-steps'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { day } from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { moveClockTo } from '../use-case-steps'
import { registerWithVerifiedEmail, lendNamed, messagesTo, withLibrary } from './message-steps'

const notReminded = samePolicyEachDay({
  ...defaultLibraryPolicy,
  messages: { ...defaultLibraryPolicy.messages, notReminded: ['adult'] },
})

describe('the closing of a day', () => {
  it(
    'writes to a borrower who keeps a book: 3 days before the due day, 7 days after it, and a bill with a statement at 35 days',
    withLibrary(async (library) => {
      const { borrower } = await lendNamed(library, ['Pelle Erobreren'])
      // Lent on 5 January for 30 days: due on 4 February. What the closing of a day makes goes out on the next day.
      await moveClockTo(library.runningLibrary, day('2026-01-31'))
      expect(await messagesTo(library.runningLibrary, borrower)).toEqual([])
      await moveClockTo(library.runningLibrary, day('2026-02-01'))
      expect(await messagesTo(library.runningLibrary, borrower)).toEqual(['2026-01-31 dueSoon'])
      await moveClockTo(library.runningLibrary, day('2026-02-10'))
      expect(await messagesTo(library.runningLibrary, borrower)).toEqual(['2026-01-31 dueSoon'])
      await moveClockTo(library.runningLibrary, day('2026-02-11'))
      expect(await messagesTo(library.runningLibrary, borrower)).toEqual(['2026-01-31 dueSoon', '2026-02-10 recall'])
      await moveClockTo(library.runningLibrary, day('2026-03-12'))
      const messages = await messagesTo(library.runningLibrary, borrower)
      // By then the reminder is forgotten: 30 days after its day.
      expect([...messages].sort()).toEqual([
        ...['2026-02-10 recall', '2026-03-11 bill', '2026-03-11 fee', '2026-03-11 statement'],
      ])
    }),
  )

  it(
    'makes one message of four books that are due on one day, and it names the four',
    withLibrary(async (library) => {
      const names = ['Aa', 'Bo', 'Ci', 'Du']
      const { borrower } = await lendNamed(library, names)
      await moveClockTo(library.runningLibrary, day('2026-02-01'))
      const messages = messagesOfBorrower(borrower)(library.runningLibrary.rows).map(contentOfMessage)
      expect(messages).toHaveLength(1)
      expect(messages[0]?.items.map(({ name }) => name)).toEqual(names)
    }),
  )

  it(
    'writes of a fee and of its payment on the day of each',
    withLibrary(async (library) => {
      const { borrower, copies } = await lendNamed(library, ['Pelle Erobreren'])
      await moveClockTo(library.runningLibrary, day('2026-02-06'))
      await library.send('POST', `/copies/${copies[0]!}/return`, { as: staffUser, body: { branch: testBranch } })
      await moveClockTo(library.runningLibrary, day('2026-02-07'))
      const { fees } = (await library.send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body
      const body = { order: 'order-1', fees: [fees[0].fee], amount: fees[0].amount }
      await library.send('POST', `/borrowers/${borrower}/payments`, { as: staffUser, body })
      await moveClockTo(library.runningLibrary, day('2026-02-08'))
      expect(await messagesTo(library.runningLibrary, borrower)).toEqual([
        ...['2026-01-31 dueSoon', '2026-02-06 fee', '2026-02-07 payment'],
      ])
    }),
  )

  it(
    'tells 10 days before that a reservation runs out',
    withLibrary(async (library) => {
      await lendNamed(library, ['Pelle Erobreren'])
      const borrower = await registerWithVerifiedEmail(library)
      const body = { borrower, interestUntil: '2026-01-25' }
      expect((await library.send('POST', '/titles/52557240/reservations', { as: staffUser, body })).status).toBe(201)
      await moveClockTo(library.runningLibrary, day('2026-01-14'))
      expect(await messagesTo(library.runningLibrary, borrower)).toEqual([])
      await moveClockTo(library.runningLibrary, day('2026-01-15'))
      expect(await messagesTo(library.runningLibrary, borrower)).toEqual(['2026-01-14 reservationRunningOut'])
    }),
  )

  it(
    'writes nothing twice when it is run again after a crash, on the same day or on a later one',
    withLibrary(async (library) => {
      const { borrower } = await lendNamed(library, ['Pelle Erobreren', 'Ditte Menneskebarn'])
      await moveClockTo(library.runningLibrary, day('2026-02-01'))
      const close = closeDay(library.runningLibrary.useCaseDependencies)(day('2026-01-31'))
      rightOrThrow(await close())
      await moveClockTo(library.runningLibrary, day('2026-02-03'))
      rightOrThrow(await close())
      const { events } = await readBothLogs(library.runningLibrary)
      expect(events.filter(({ type }) => type === 'MessageMade')).toHaveLength(1)
      expect(await messagesTo(library.runningLibrary, borrower)).toEqual(['2026-01-31 dueSoon'])
    }),
  )

  it(
    'reminds no borrower of a group that is exempt, and bills one all the same',
    withLibrary(
      async (library) => {
        const { borrower } = await lendNamed(library, ['Pelle Erobreren'])
        await moveClockTo(library.runningLibrary, day('2026-02-12'))
        expect(await messagesTo(library.runningLibrary, borrower)).toEqual([])
        await moveClockTo(library.runningLibrary, day('2026-03-12'))
        const messages = await messagesTo(library.runningLibrary, borrower)
        expect([...messages].sort()).toEqual(['2026-03-11 bill', '2026-03-11 fee', '2026-03-11 statement'])
      },
      { policy: notReminded },
    ),
  )

  it(
    'says nothing openly that joins a message to a borrower, a loan or another message',
    withLibrary(async (library) => {
      const { borrower } = await lendNamed(library, ['Pelle Erobreren'])
      await moveClockTo(library.runningLibrary, day('2026-02-12'))
      const { events } = await readBothLogs(library.runningLibrary)
      const made = events.filter(({ type }) => type === 'MessageMade')
      expect(made.map(({ open }) => Object.keys(open).sort())).toEqual([
        ['madeOn', 'message'],
        ['madeOn', 'message'],
      ])
      for (const { open, metadata } of made) {
        const { message } = open as { readonly message: string }
        const others = events.filter((event) => event.metadata.stream !== metadata.stream)
        expect(JSON.stringify(others.map((event) => [event.open, event.metadata.stream]))).not.toContain(message)
        expect(JSON.stringify([open, metadata])).not.toContain(borrower)
      }
    }),
  )
})
