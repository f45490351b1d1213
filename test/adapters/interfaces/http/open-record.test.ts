import type { BorrowerId } from '../../../../domain/values/ids'
import { acquireCopyByHttp, registerBorrowerByHttp } from './http-steps'
import {
  administratorUser,
  borrowerUser,
  machineUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from './with-http-server'

const open = ({ send }: ServedLibrary, borrower: BorrowerId, as = staffUser) =>
  send('POST', `/borrowers/${borrower}/openings`, { as, body: { reason: 'Betjening ved skranken' } })

const search = ({ send }: ServedLibrary, name: string, as = staffUser) =>
  send('POST', '/borrowers/search', { as, body: { name } })

const closeDay = async (library: ServedLibrary, to: string) =>
  library.send('POST', '/clock/forward', { as: administratorUser, body: { to } })

const looks = async ({ send }: ServedLibrary, borrower: BorrowerId) =>
  (await send('GET', '/me/data', { as: borrowerUser(borrower) })).body.kinds.accesses.data?.lookedAtOnDays ?? []

describe('the record of a borrower that staff open', () => {
  it('counts as looked at once on a day, however often it is opened, and the borrower is told why', () =>
    withHttpServer(async (library) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library, { name: 'Anna Berg' })
      const opened = await open(library, borrower)
      expect([opened.status, opened.body.record.record.name]).toEqual([200, 'Anna Berg'])
      await open(library, borrower)
      await closeDay(library, '2026-01-06')
      await open(library, borrower)
      await closeDay(library, '2026-01-07')
      const lookOn = (day: string) =>
        expect.objectContaining({ day, openedBy: 'staff', opened: 'record', reason: 'Betjening ved skranken' })
      expect(await looks(library, borrower)).toHaveLength(2)
      expect(await looks(library, borrower)).toEqual(
        expect.arrayContaining([lookOn('2026-01-05'), lookOn('2026-01-06')]),
      )
    }))

  it('is opened by staff alone, and an unknown one is not recorded', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      for (const user of [machineUser, borrowerUser(borrower), administratorUser])
        expect((await open(library, borrower, user)).status).toBe(403)
      const unknown = await open(library, '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as BorrowerId)
      expect(unknown.status).toBe(404)
    }))
})

describe('a search for a borrower by name', () => {
  it('finds by the beginnings of words, shows name and birth date alone, and counts for nobody', () =>
    withHttpServer(async (library) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library, { name: 'Åse Marie Berg-Ørsted', birthDate: '1971-02-03' })
      await registerBorrowerByHttp(library, { name: 'Åge Bergmann' })
      for (const name of ['åse ørs', 'BERG mar', '  marie,berg'])
        expect((await search(library, name)).body).toMatchObject({
          borrowers: [{ borrower, name: 'Åse Marie Berg-Ørsted', birthDate: '1971-02-03' }],
          hasMore: false,
        })
      expect((await search(library, 'berg')).body.borrowers.map(({ name }: { name: string }) => name)).toEqual([
        'Åge Bergmann',
        'Åse Marie Berg-Ørsted',
      ])
      await closeDay(library, '2026-01-06')
      expect(await looks(library, borrower)).toEqual([])
    }))

  it('shows ten at most, and says that there are more', () =>
    withHttpServer(async (library) => {
      for (let n = 0; n < 11; n += 1) await registerBorrowerByHttp(library, { name: `Hansen ${String(n)}` })
      const { body } = await search(library, 'hansen')
      expect([body.borrowers.length, body.hasMore]).toEqual([10, true])
    }))

  it('does not find protected names, and needs three letters', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library, { name: 'Berta Beskyttet' })
      const body = { protection: 'nameAndAddress', reason: 'Ønske' }
      await library.send('PUT', `/borrowers/${borrower}/protection`, { as: staffUser, body })
      expect((await search(library, 'berta')).body.borrowers).toEqual([])
      for (const name of ['be', '123', '--- '])
        expect((await search(library, name)).body).toMatchObject({ status: 400, errors: [{ pointer: '/name' }] })
      expect((await search(library, 'berta', machineUser)).status).toBe(403)
    }))
})
