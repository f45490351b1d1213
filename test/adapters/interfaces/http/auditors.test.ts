import { acquire, branch, lend, register } from './desk'
import { administrator, auditor, reader, served, staff, type Json } from './serve'

const idOrDay = /^([0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{8,10}|[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?)$/

/** Every value in an answer that could be looked for in another: ids, numbers of copies and titles, days. */
const joinable = (value: Json): ReadonlyArray<string> => {
  if (typeof value === 'string') return idOrDay.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(joinable) : []
}

describe('an auditor', () => {
  it('reads nothing that joins a borrower to a copy or a title: neither an id nor a day', () =>
    served(async (library) => {
      const { send } = library
      const title = '52557240'
      const [anna, bo] = [await register(library, { card: 'A1234' }), await register(library, { card: 'B1234' })]
      const kept = await acquire(library)
      const other = await acquire(library, { title: '52557241' })
      await lend(library, kept, anna)
      await lend(library, other, anna)
      const late = await acquire(library, { title: '52557242' })
      await lend(library, late, anna)
      const first = await send('POST', `/titles/${title}/reservations`, { as: reader(bo), body: { borrower: bo } })
      await send('POST', '/clock/forward', { as: administrator, body: { to: '2026-02-10' } })
      const waiting = await acquire(library, { title: '52557243' })
      await lend(library, waiting, anna)
      const second = await send('POST', '/titles/52557243/reservations', { as: staff, body: { borrower: bo } })
      await send('POST', `/copies/${kept}/return`, { as: staff, body: { branch } })
      const { after } = (await send('POST', `/copies/${other}/return`, { as: staff, body: { branch } })).body
      const plain = await send('GET', `/borrowers/${anna}?after=${after}`, { as: staff })
      expect(plain.body.loans).toHaveLength(4)
      expect(plain.body.fees).toHaveLength(1)

      const read = async (paths: ReadonlyArray<string>) => {
        const replies = await Promise.all(paths.map((path) => send('GET', path, { as: auditor })))
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
        `/pick-up-shelf/${branch}`,
        `/set-aside/${branch}`,
        `/titles/${title}/reservations/${first.body.reservation}`,
        `/titles/52557243/reservations/${second.body.reservation}`,
        ...[kept, other, late, waiting].flatMap((copy) => [
          `/copies/${copy}`,
          `/copies/${copy}/holder`,
          `/streams/circulation/copy-${copy}`,
        ]),
        ...[title, '52557243'].flatMap((one) => [`/titles/${one}`, `/streams/circulation/title-${one}`]),
      ])
      expect(ofBorrowers).toEqual(expect.arrayContaining([anna, bo]))
      expect(ofThings).toEqual(expect.arrayContaining([kept, plain.body.loans[0].loan]))
      const things = new Set(ofThings)
      expect(ofBorrowers.filter((value) => things.has(value))).toEqual([])
    }))
})
