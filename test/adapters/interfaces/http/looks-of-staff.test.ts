import * as TE from 'fp-ts/TaskEither'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { openingKind } from '../../../../domain/use-cases/opening-entry'
import type { BorrowerId } from '../../../../domain/values/ids'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { guardianshipOf, registerChildByHttp, registerGuardianByHttp } from './guardian-steps'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import {
  administratorUser,
  auditorUser,
  borrowerUser,
  guardianUser,
  staffUser,
  withHttpServer,
  withServerOf,
  type ServedLibrary,
} from './with-http-server'

/** What staff read of one borrower, by the borrower. */
const partsOfRecord = [
  ...['', '/identity', '/contact', '/preferences', '/absence', '/notes', '/notes-request', '/messages', '/fees'],
  ...['/guardian', '/statement', '/data', '/data/page'],
]

/** Reads of staff that open no record, and why. */
const opensNone: Readonly<Record<string, string>> = {
  readBorrowerAtLending:
    'a short name to see whose card it is, as in a search; a look would tell in which months somebody came',
  readNetMediaRight: 'answers yes or no',
  readCopyHolder: 'a line on a copy: it names the borrower by id alone',
  readReservation: 'a line of a queue: it names nobody',
  readQueue: 'lines of a queue',
  readFeeTransactions: 'a line on a fee: it names nobody',
  readReceipts: 'a line on a fee: it names nobody',
  readOverdueLoans: 'lines on copies',
  readSearchList: 'lines on copies',
  readMissingCopies: 'lines on copies',
  readCopiesLeft: 'lines on copies',
  readPullList: 'lines of a shelf',
  readPickUpShelf: 'lines of a shelf',
  readSetAsideCopies: 'lines of a shelf',
  readOfflineCases: 'lines on copies',
  listLetters: 'letters that are printed: each is addressed',
  listNoticeLetters: 'letters that are printed: each is addressed',
  listGuardianPapers: 'papers to destroy',
  listUnconfirmedGuardianPapers: 'counts',
  listUndeliveredMessages: 'lines on messages',
  listNotesRequests: 'notes that the borrower has asked staff to review',
  listEstates: 'lines on estates',
  listFeesInCollection: 'lines on fees',
  readCashReport: 'sums and orders of a day',
  readMonthStatistics: 'statistics',
  readStatisticsTable: 'statistics',
  readBranchStatistics: 'statistics',
  readTitleStatistics: 'statistics',
  readWebsiteStatistics: 'statistics',
}

const waitingOpenings = async ({ runningLibrary }: ServedLibrary) =>
  rightOrThrow(await runningLibrary.shortTerm.list(openingKind)())

const countOf = async (library: ServedLibrary): Promise<number> => (await waitingOpenings(library)).length

const readAs = async ({ send }: ServedLibrary, path: string, as = staffUser): Promise<void> => {
  expect([path, (await send('GET', path, { as })).status]).toEqual([path, 200])
}

const looks = async ({ send }: ServedLibrary, borrower: BorrowerId) =>
  (await send('GET', '/me/data', { as: borrowerUser(borrower) })).body.kinds.accesses.data?.lookedAtOnDays ?? []

const anotherStaffUser = { role: 'staff', subject: 'another member of staff' } as const

describe('a record of a borrower that staff read by the interface of programs', () => {
  it('counts as looked at, whichever part of it is read: each read route either opens a record, or says why it opens none', () => {
    const ofStaff = routes.filter(({ kind, roles }) => kind === 'read' && roles !== 'anyone' && roles.includes('staff'))
    const wrong = ofStaff.filter(({ name, opensRecords }) => opensRecords === name in opensNone).map(({ name }) => name)
    expect(wrong).toEqual([])
    const opening = ofStaff.filter(({ opensRecords }) => opensRecords).map(({ path }) => path)
    const expected = [
      ...partsOfRecord.map((part) => `/borrowers/:borrower${part}`),
      ...['/guardianships/:guardianship', '/streams/:log/:stream'],
      ...['', '/steps', '/comparison'].map((part) => `/replays/:subject/:id${part}`),
    ]
    expect([...opening].sort()).toEqual(expected.sort())
  })

  it('counts once on a day for each member of staff, however much of it they read, and the borrower is told why', () =>
    withHttpServer(async (library) => {
      await acquireCopyByHttp(library)
      const child = await registerChildByHttp(library)
      await registerGuardianByHttp(library, child)
      const guardianship = await guardianshipOf(library, child)
      const paths = [...partsOfRecord.map((part) => `/borrowers/${child}${part}`), `/guardianships/${guardianship}`]
      const logged = [`/streams/persons/borrower-${child}`, `/replays/borrower/${child}`]
      for (const path of [...paths, ...logged]) await readAs(library, path)
      expect(await countOf(library)).toBe(1)
      await readAs(library, `/borrowers/${child}/contact`, anotherStaffUser)
      expect(await countOf(library)).toBe(2)
      const clock = { as: administratorUser, body: { to: '2026-01-06' } }
      expect((await library.send('POST', '/clock/forward', clock)).status).toBe(200)
      await readAs(library, `/borrowers/${child}/fees`)
      expect(await countOf(library)).toBe(1)
      const look = { day: '2026-01-05', openedBy: 'staff', opened: 'record', reason: 'Opslag i lånerens oplysninger' }
      expect(await looks(library, child)).toMatchObject([look, look])
    }))

  it.each([...partsOfRecord, 'stream'])('counts when %p is read, and nothing else', (part) =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      expect(await countOf(library)).toBe(0)
      const path = part === 'stream' ? `/streams/persons/borrower-${borrower}` : `/borrowers/${borrower}${part}`
      await readAs(library, path)
      expect((await waitingOpenings(library)).map(({ subject }) => subject)).toEqual([borrower])
    }),
  )

  it('counts once also when it is read many times at the same moment', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      await Promise.all(Array.from({ length: 20 }, () => readAs(library, `/borrowers/${borrower}`)))
      expect(await countOf(library)).toBe(1)
    }))

  it('keeps the reason that staff write when they open it first', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const opening = { as: staffUser, body: { reason: 'Et brev kom tilbage' } }
      await library.send('POST', `/borrowers/${borrower}/openings`, opening)
      await readAs(library, `/borrowers/${borrower}`)
      const [waiting, ...more] = await waitingOpenings(library)
      expect([more.length, waiting?.value]).toEqual([0, expect.stringContaining('Et brev kom tilbage')])
    }))

  it('counts when a stream of a message or a notice to the borrower is shown, and not when that of a copy is', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, borrower)
      await readAs(library, `/streams/circulation/copy-${copy}`)
      expect(await countOf(library)).toBe(0)
      const { notices } = (await library.send('GET', '/me/messages', { as: borrowerUser(borrower) })).body
      await readAs(library, `/streams/persons/notice-${String(notices[0].notice)}`)
      expect((await waitingOpenings(library)).map(({ subject }) => subject)).toEqual([borrower])
    }))

  it('is not answered when the look cannot be recorded', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const { runningLibrary } = library
      const put = () => TE.left({ _tag: 'StoreUnavailable', reason: 'away' } as const)
      const withoutStore = { ...runningLibrary, shortTerm: { ...runningLibrary.shortTerm, put } }
      await withServerOf(withoutStore, async ({ send }) => {
        const read = await send('GET', `/borrowers/${borrower}`, { as: staffUser })
        expect([read.status, read.text.includes('Ingen Bestemt')]).toEqual([503, false])
        expect((await send('GET', `/borrowers/${borrower}/lending`, { as: staffUser })).status).toBe(200)
      })
    }))

  it('does not count when the borrower, the guardian or an auditor reads, or when nothing is found', () =>
    withHttpServer(async (library) => {
      const child = await registerChildByHttp(library)
      await registerGuardianByHttp(library, child)
      const guardianship = await guardianshipOf(library, child)
      const before = await countOf(library)
      await readAs(library, '/me', borrowerUser(child))
      await readAs(library, `/borrowers/${child}`, borrowerUser(child))
      await readAs(library, `/borrowers/${child}`, auditorUser)
      await readAs(library, `/streams/persons/borrower-${child}`, auditorUser)
      await readAs(library, `/guardianships/${guardianship}`, guardianUser([guardianship]))
      const unknown = '/borrowers/5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'
      expect((await library.send('GET', unknown, { as: staffUser })).status).toBe(404)
      expect(await countOf(library)).toBe(before)
    }))
})

describe('what a desk reads when it lends', () => {
  it('opens no record: it says neither who the borrower is nor where', () =>
    withHttpServer(async (library) => {
      const person = { name: 'Anna Berg', birthDate: '1971-02-03' }
      const borrower = await registerBorrowerByHttp(library, person)
      const copy = await acquireCopyByHttp(library, { name: 'Kanariebogen' })
      await lendCopyByHttp(library, copy, borrower)
      const read = await library.send('GET', `/borrowers/${borrower}/lending`, { as: staffUser })
      expect(read.body).toMatchObject({ loans: [{ copy, name: 'Kanariebogen' }], balance: { owed: 0 }, blocks: [] })
      const { contact, cards } = (await library.send('GET', '/me', { as: borrowerUser(borrower) })).body
      const hidden = [...Object.values(person), contact.address, ...contact.phones, ...contact.emails, cards[0]?.number]
      for (const value of hidden.filter((one) => typeof one === 'string')) expect(read.text).not.toContain(value)
      expect(await countOf(library)).toBe(0)
      for (const as of [auditorUser, borrowerUser(borrower)])
        expect((await library.send('GET', `/borrowers/${borrower}/lending`, { as })).status).toBe(403)
    }))
})
