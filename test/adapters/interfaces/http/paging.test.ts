import * as t from 'io-ts'
import { isObjectCodec } from '../../../../adapters/interfaces/http/codecs/object-codec'
import { PageQuery, pageSortedByKey, pageOfSortedList } from '../../../../adapters/interfaces/http/route/paging'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { compareShelfMarkKeys } from '../../../../projections/copies/shelf-mark-order'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { administratorUser, staffUser, withHttpServer } from './with-http-server'

/**
 * Routes whose lists have few entries by the rules of the library: those of one borrower, guardian, title, fee, replayed record, day, month or run,
 * and the branches and cameras, which the policy file names; a table of the statistics, of at most 120 months; the pages and browsers of
 * the website; the days whose server log is not erased, about 31; a proof, which has a hash for each level of its tree; and the
 * sections of the audit report.
 */
const withShortLists: ReadonlySet<string> = new Set([
  'readBorrower',
  'readBorrowerAtLending',
  'readMe',
  'readMyRenewals',
  'readMyPayments',
  'readPaymentsByGuardian',
  'exportPersonalData',
  'exportMyData',
  'exportMyGuardianData',
  'readTitle',
  'readQueue',
  'readNotesRequests',
  'readCashReport',
  'readSurveillanceCoverage',
  'readDayReport',
  'searchTitles',
  'readMonthStatistics',
  'readStatisticsTable',
  'readWebsiteStatistics',
  'listServerLogDays',
  'readContact',
  'readFeeTransactions',
  'readReceipts',
  'readBranches',
  'readRetentionStatus',
  'readReplay',
  'compareReplays',
  'readCertificateProof',
  'readEventProof',
  'readAuditReport',
])

const hasList = (answer: t.Mixed): boolean =>
  isObjectCodec(answer) && Object.values(answer.required).some((member) => member instanceof t.ReadonlyArrayType)

describe('a list', () => {
  it('is read in pages on every route that answers one', () => {
    const lists = routes.filter(
      ({ kind, answer, name }) => kind === 'read' && hasList(answer) && !withShortLists.has(name),
    )
    expect(lists.length).toBeGreaterThan(5)
    const unpaged = lists.filter(({ query, answer }) => {
      const members = isObjectCodec(answer) ? Object.keys(answer.required) : []
      return Object.keys(PageQuery.optional).some((name) => !(name in query.optional)) || !members.includes('next')
    })
    expect(unpaged.map(({ name }) => name)).toEqual([])
  })

  it('has each entry once, in the same order, whatever the size of its pages', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      for (let count = 0; count < 5; count++)
        await lendCopyByHttp(library, await acquireCopyByHttp(library, { title: `5255725${String(count)}` }), anna)
      await library.send('POST', '/clock/forward', { as: administratorUser, body: { to: '2026-03-01' } })
      const read = async (query: string) => (await library.send('GET', `/overdue${query}`, { as: staffUser })).body
      const whole = await read('')
      expect(whole.loans).toHaveLength(5)
      expect(whole.next).toBeNull()
      const first = await read('?limit=2')
      const second = await read(`?limit=2&cursor=${String(first.next)}`)
      const third = await read(`?limit=2&cursor=${String(second.next)}`)
      expect(third.next).toBeNull()
      expect([...first.loans, ...second.loans, ...third.loans]).toEqual(whole.loans)
    }))

  it('goes on at the same place when entries have come or gone', () => {
    const page = pageOfSortedList((entry: string) => entry)
    const { entries, next } = page({ limit: '2' })(['b', 'd', 'f', 'h'])
    expect(entries).toEqual(['b', 'd'])
    expect(page({ limit: '2', cursor: next ?? '' })(['a', 'c', 'e', 'f', 'h']).entries).toEqual(['e', 'f'])
  })

  it('has pages in the order of the Danish alphabet where the list has it', () => {
    const page = pageSortedByKey(compareShelfMarkKeys)((mark: string) => mark)
    const marks = ['Årbog', 'Zebra', 'Ægteskab', 'Abe', 'Ørred']
    const { entries, next } = page({ limit: '3' })(marks)
    expect(entries).toEqual(['Abe', 'Zebra', 'Ægteskab'])
    expect(page({ limit: '3', cursor: next ?? '' })(marks)).toEqual({ entries: ['Ørred', 'Årbog'], next: null })
    expect(page({ cursor: 'AAAA' })(marks).entries).toHaveLength(5)
  })

  it('refuses a limit and a cursor that it cannot have answered', () =>
    withHttpServer(async ({ send }) => {
      for (const query of ['limit=0', 'limit=501', 'limit=-1', 'limit=1.5', 'limit=x', 'cursor=!', 'limit=1&limit=2']) {
        const reply = await send('GET', `/overdue?${query}`, { as: staffUser })
        expect([query, reply.status]).toEqual([query, 400])
      }
    }))
})
