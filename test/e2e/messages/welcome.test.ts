import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { makeNotice } from '../../../domain/use-cases/make-notice'
import { registerAndWelcomeBorrower } from '../../../domain/use-cases/register-and-welcome-borrower'
import { registerBorrower, type RegisterBorrowerRequest } from '../../../domain/use-cases/register-borrower'
import type { BorrowerId } from '../../../domain/values/ids'
import { acquireCopyByHttp, registerBorrowerByHttp } from '../../adapters/interfaces/http/http-steps'
import { borrowerUser, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { day } from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { homeBranch, moveClockTo, registerNumberedBorrower } from '../use-case-steps'
import { change } from './email-link-steps'
import { contactByEmail, withLibrary } from './message-steps'
import { mailServer, noticesTo } from './notice-steps'

const requestOf = ({ useCaseDependencies }: RunningLibrary): RegisterBorrowerRequest => ({
  person: {
    ...{ number: '10001', cpr: null, name: 'Anna Kanariefugl', birthDate: null, group: 'adult' },
    ...{ municipality: null, homeBranch, language: 'da' },
  },
  contactDetails: contactByEmail,
  verifiedEmails: contactByEmail.emails,
  presentedCard: { number: 'K-1', pin: null },
  at: useCaseDependencies.commandHandling.clock.now(),
  origin: { _tag: 'Keyed', key: 'registration-1' },
})

/** Registers and welcomes a borrower whose e-mail is verified. */
const welcome = async ({ runningLibrary }: ServedLibrary): Promise<BorrowerId> => {
  const { useCaseDependencies, catchUpReadModels } = runningLibrary
  const { borrower } = rightOrThrow(await registerAndWelcomeBorrower(useCaseDependencies)(requestOf(runningLibrary))())
  rightOrThrow(await catchUpReadModels())
  return borrower
}

describe('a borrower who is registered', () => {
  it(
    'is welcomed once, and sees the message with its month',
    withLibrary(async (library) => {
      const borrower = await welcome(library)
      const { taken, senders } = mailServer()
      await library.runningLibrary.messages.sendPending(senders)
      await library.runningLibrary.messages.sendPending(senders)
      expect(taken).toMatchObject([{ address: 'anna@example.dk', subject: 'Velkommen som låner' }])
      const { body } = await library.send('GET', '/me/messages', { as: borrowerUser(borrower) })
      expect(body.notices).toMatchObject([
        {
          ...{ kind: 'welcome', madeIn: '2026-01', state: 'sent', channel: 'email', sentTo: 'anna@example.dk' },
          ...{ subject: 'Velkommen som låner', forgottenOn: '2026-02-28' },
        },
      ])
    }),
  )

  it(
    'is welcomed when the request is repeated after a crash, and only once',
    withLibrary(async ({ runningLibrary }) => {
      const { useCaseDependencies } = runningLibrary
      const request = requestOf(runningLibrary)
      // The process ends between the two: it has registered the borrower, and made no message.
      const { borrower } = rightOrThrow(await registerBorrower(useCaseDependencies)(request)())
      for (let times = 0; times < 2; times += 1)
        expect(rightOrThrow(await registerAndWelcomeBorrower(useCaseDependencies)(request)()).borrower).toBe(borrower)
      expect(await noticesTo(runningLibrary, borrower)).toEqual(['2026-01 welcome pending'])
    }),
  )

  it(
    'gets the message when the mail server answers again, and the log of people holds no failed attempt',
    withLibrary(async (library) => {
      const borrower = await welcome(library)
      const server = mailServer()
      server.fails = 'busy'
      await library.runningLibrary.messages.sendPending(server.senders)
      expect(await noticesTo(library.runningLibrary, borrower)).toEqual(['2026-01 welcome pending'])
      const { events } = await readBothLogs(library.runningLibrary)
      expect(events.filter(({ type }) => type.startsWith('Notice')).map(({ type }) => type)).toEqual(['NoticeMade'])
    }),
  )

  it(
    'of whom the library knows no address gets none, and sees why',
    withLibrary(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      await library.runningLibrary.messages.sendPending(mailServer().senders)
      const { body } = await library.send('GET', '/me/messages', { as: borrowerUser(borrower) })
      expect(body.notices).toMatchObject([{ state: 'noContactInformation', failure: 'noContactInformation' }])
    }),
  )

  it(
    'is welcomed once the e-mail is confirmed: until then the message waits',
    withLibrary(async (library) => {
      const borrower = await registerBorrowerByHttp(library, { contact: contactByEmail })
      await library.runningLibrary.messages.sendPending(mailServer().senders)
      expect(await noticesTo(library.runningLibrary, borrower)).toContain('2026-01 welcome pending')
    }),
  )

  it(
    'is welcomed without a word in the open that names the borrower or the kind, and it is forgotten with the next month',
    withLibrary(async (library) => {
      const borrower = await welcome(library)
      const { events } = await readBothLogs(library.runningLibrary)
      const [made] = events.filter(({ type }) => type === 'NoticeMade')
      expect(Object.keys(made?.open ?? {}).sort()).toEqual(['madeIn', 'notice'])
      expect(JSON.stringify([made?.open, made?.metadata])).not.toContain(borrower)
      await acquireCopyByHttp(library)
      await moveClockTo(library.runningLibrary, day('2026-02-28'))
      expect(await noticesTo(library.runningLibrary, borrower)).toHaveLength(1)
      await moveClockTo(library.runningLibrary, day('2026-03-01'))
      expect(await noticesTo(library.runningLibrary, borrower)).toEqual([])
    }),
  )
})

describe('a mail that confirms an address', () => {
  it(
    'goes to that address alone, once for each cause, and its link is shown to nobody else',
    withLibrary(async (library) => {
      const borrower = await registerNumberedBorrower(library.runningLibrary, 1, 'old@example.dk')
      const emails = ['old@example.dk', 'new@example.dk']
      await change(library, borrower, { ...contactByEmail, emails, emailForNotices: 'new@example.dk' })
      const link = 'https://bibliotek.example.dk/email/kvxwzb'
      const content = { kind: 'verifyEmail', borrower, email: 'new@example.dk', guardianship: null, link } as const
      for (const cause of ['first', 'first', 'second'])
        rightOrThrow(await makeNotice(library.runningLibrary.useCaseDependencies)(content, cause)())
      expect(await noticesTo(library.runningLibrary, borrower)).toHaveLength(3)
      const { taken, senders } = mailServer()
      await library.runningLibrary.messages.sendPending(senders)
      expect(taken.map(({ address }) => address)).toEqual(Array(3).fill('new@example.dk'))
      expect(taken.filter(({ text }) => text.includes(link))).toHaveLength(2)
      for (const path of ['/me/messages', '/me/data']) {
        const { body } = await library.send('GET', path, { as: borrowerUser(borrower) })
        expect(JSON.stringify(body)).toContain('new@example.dk')
        expect(JSON.stringify(body)).not.toContain(link)
      }
    }),
  )
})
