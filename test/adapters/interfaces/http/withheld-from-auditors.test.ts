import { acquireCopyByHttp, testBranch, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { administratorUser, auditorUser, borrowerUser, withHttpServer, staffUser, type Json } from './with-http-server'

const idOrDay = /^([0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{8,10}|[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?)$/

/** Every value that could be found again in another answer: ids, numbers of copies and titles, days. */
const joinable = (value: Json): ReadonlyArray<string> => {
  if (typeof value === 'string') return idOrDay.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(joinable) : []
}

describe('an auditor', () => {
  it('reads no id and no day that joins a borrower to a copy or a title', () =>
    withHttpServer(async (library) => {
      const { send } = library
      const title = '52557240'
      const [anna, bo] = [
        await registerBorrowerByHttp(library, { card: 'A1234' }),
        await registerBorrowerByHttp(library, { card: 'B1234' }),
      ]
      const reservedCopy = await acquireCopyByHttp(library)
      const returnedCopy = await acquireCopyByHttp(library, { title: '52557241' })
      await lendCopyByHttp(library, reservedCopy, anna)
      await lendCopyByHttp(library, returnedCopy, anna)
      const overdueCopy = await acquireCopyByHttp(library, { title: '52557242' })
      await lendCopyByHttp(library, overdueCopy, anna)
      const first = await send('POST', `/titles/${title}/reservations`, {
        as: borrowerUser(bo),
        body: { borrower: bo },
      })
      await send('POST', '/clock/forward', { as: administratorUser, body: { to: '2026-02-10' } })
      const secondReservedCopy = await acquireCopyByHttp(library, { title: '52557243' })
      await lendCopyByHttp(library, secondReservedCopy, anna)
      const second = await send('POST', '/titles/52557243/reservations', { as: staffUser, body: { borrower: bo } })
      await send('POST', `/copies/${reservedCopy}/return`, { as: staffUser, body: { branch: testBranch } })
      const { after } = (
        await send('POST', `/copies/${returnedCopy}/return`, { as: staffUser, body: { branch: testBranch } })
      ).body
      const overview = await send('GET', `/borrowers/${anna}?after=${after}`, { as: staffUser })
      expect(overview.body.loans).toHaveLength(4)
      expect(overview.body.fees).toHaveLength(1)

      const read = async (paths: ReadonlyArray<string>) => {
        const replies = await Promise.all(paths.map((path) => send('GET', path, { as: auditorUser })))
        expect(replies.map(({ status }) => status)).toEqual(paths.map(() => 200))
        return replies.flatMap(({ body }) => joinable(body))
      }
      const ofBorrowers = await read(
        [anna, bo].flatMap((borrower) => [
          `/borrowers/${borrower}`,
          `/borrowers/${borrower}/contact`,
          `/borrowers/${borrower}/fees`,
          `/streams/persons/borrower-${borrower}`,
        ]),
      )
      const ofThings = await read([
        '/overdue',
        `/pick-up-shelf/${testBranch}`,
        `/set-aside/${testBranch}`,
        `/titles/${title}/reservations/${first.body.reservation}`,
        `/titles/52557243/reservations/${second.body.reservation}`,
        ...[reservedCopy, returnedCopy, overdueCopy, secondReservedCopy].flatMap((copy) => [
          `/copies/${copy}`,
          `/copies/${copy}/holder`,
          `/streams/circulation/copy-${copy}`,
        ]),
        ...[title, '52557243'].flatMap((one) => [`/titles/${one}`, `/streams/circulation/title-${one}`]),
      ])
      expect(ofBorrowers).toEqual(expect.arrayContaining([anna, bo]))
      expect(ofThings).toEqual(expect.arrayContaining([reservedCopy, overview.body.loans[0].loan]))
      const records = new Set(ofThings)
      expect(ofBorrowers.filter((value) => records.has(value))).toEqual([])
    }))
})
