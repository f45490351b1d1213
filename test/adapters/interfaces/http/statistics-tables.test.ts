import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { auditorUser, borrowerUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

const path = '/statistics/tables/loansByBorrowerGroup?from=2026-01&until=2026-02'

/** Borrowers who each borrow a copy in January, which is then closed. */
const lendInJanuary = async (library: ServedLibrary, groups: ReadonlyArray<string>): Promise<void> => {
  for (const group of groups) {
    const copy = await acquireCopyByHttp(library)
    const borrower = await registerBorrowerByHttp(library, { group })
    expect((await lendCopyByHttp(library, copy, borrower)).status).toBe(201)
  }
  await moveClockTo(library.runningLibrary, '2026-02-01' as Day)
}

const many = (group: string, amount: number): ReadonlyArray<string> => Array.from({ length: amount }, () => group)

describe('a table of the statistics', () => {
  it('is answered as JSON, with the cells of few borrowers merged', () =>
    withHttpServer(async (library) => {
      await lendInJanuary(library, [...many('adult', 9), ...many('child', 6), ...many('staff', 2)])
      const { status, headers, body } = await library.send('GET', path, { as: staffUser })
      expect([status, headers.get('vary')]).toEqual([200, expect.stringContaining('Accept')])
      expect(body).toEqual({
        ...{ table: 'loansByBorrowerGroup', counted: 'loans', by: 'borrowerGroup', isMerged: true },
        months: [
          {
            month: '2026-01',
            cells: [
              { value: 'adult', count: 9 },
              { value: 'other', count: 8 },
            ],
          },
        ],
      })
      const byBranch = await library.send('GET', path.replace('BorrowerGroup', 'Branch'), { as: auditorUser })
      expect(byBranch.body).toMatchObject({
        isMerged: false,
        months: [{ month: '2026-01', cells: [{ value: 'DK-785100', count: 17 }] }],
      })
    }))

  it('is answered as CSV with semicolons when the caller asks for it', () =>
    withHttpServer(async (library) => {
      await lendInJanuary(library, many('adult', 6))
      const { status, headers, text } = await library.send('GET', path, {
        ...{ as: staffUser, headers: { Accept: 'text/csv' } },
      })
      expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
      expect(text).toBe('month;value;count\r\n2026-01;adult;6\r\n')
      const typeFor = async (accept: string) =>
        (await library.send('GET', path, { as: staffUser, headers: { Accept: accept } })).headers.get('content-type')
      expect(await typeFor('text/*')).toBe('text/csv; charset=utf-8')
      expect(await typeFor('*/*')).toBe('application/json; charset=utf-8')
      expect(await typeFor('text/csv;q=0.5, application/json')).toBe('application/json; charset=utf-8')
      expect(await typeFor('text/html, text/csv;q=0.9, */*;q=0.1')).toBe('text/csv; charset=utf-8')
    }))

  it('says nothing of a month in which fewer than five borrowers used the library', () =>
    withHttpServer(async (library) => {
      await lendInJanuary(library, many('adult', 4))
      const { body } = await library.send('GET', path, { as: staffUser })
      expect(body.months).toEqual([{ month: '2026-01', cells: [] }])
    }))

  it('counts the loan of a borrower who was erased on request, but not that borrower', () =>
    withHttpServer(async (library) => {
      const [copy, borrower] = [await acquireCopyByHttp(library), await registerBorrowerByHttp(library)]
      await lendCopyByHttp(library, copy, borrower)
      await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      await library.send('DELETE', `/borrowers/${borrower}`, { as: staffUser })
      await library.runningLibrary.retention.run()
      expect((await library.send('GET', `/borrowers/${borrower}`, { as: staffUser })).status).toBe(404)
      await lendInJanuary(library, many('adult', 5))
      const cellsOf = async (table: string) => {
        const { body } = await library.send('GET', path.replace('loansByBorrowerGroup', table), { as: staffUser })
        return body.months[0].cells
      }
      expect(await cellsOf('loansByBorrowerGroup')).toEqual([{ value: 'adult', count: 6 }])
      expect(await cellsOf('activeBorrowersByBorrowerGroup')).toEqual([{ value: 'adult', count: 5 }])
    }))

  it('counts a reservation that was cancelled, whose borrower is forgotten', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, await registerBorrowerByHttp(library))
      const reserve = async () => {
        const body = { borrower: await registerBorrowerByHttp(library) }
        return (await library.send('POST', '/titles/52557240/reservations', { as: staffUser, body })).body.reservation
      }
      for (let waiting = 0; waiting < 5; waiting++) await reserve()
      const cancelled = `/titles/52557240/reservations/${String(await reserve())}`
      expect((await library.send('DELETE', cancelled, { as: staffUser })).status).toBe(200)
      await moveClockTo(library.runningLibrary, '2026-02-01' as Day)
      const { body } = await library.send('GET', path.replace('loansBy', 'reservationsBy'), { as: staffUser })
      expect(body.months[0].cells).toEqual([{ value: 'adult', count: 6 }])
    }))

  it('is refused in another type, to borrowers, and for months that are too many or in the wrong order', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const statusOf = async (of: string, request: Parameters<ServedLibrary['send']>[2]) =>
        (await library.send('GET', of, request)).status
      expect(await statusOf(path, { as: staffUser, headers: { Accept: 'text/html' } })).toBe(406)
      expect(await statusOf(path, { as: borrowerUser(borrower) })).toBe(403)
      expect(await statusOf(path.replace('until=2026-02', 'until=2025-12'), { as: staffUser })).toBe(400)
      expect(await statusOf(path.replace('from=2026-01', 'from=2016-02'), { as: staffUser })).toBe(400)
      expect(await statusOf(path.replace('from=2026-01', 'from=2016-03'), { as: staffUser })).toBe(200)
      expect(await statusOf('/statistics/tables/returnsByAgeClass?from=2026-01&until=2026-01', { as: staffUser })).toBe(
        400,
      )
    }))
})
