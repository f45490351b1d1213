import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import {
  administratorUser,
  auditorUser,
  borrowerUser,
  staffUser,
  withHttpServer,
  type Json,
  type ServedLibrary,
} from './with-http-server'

const title = '52557240'

const factOf = (body: Json, name: string): Json =>
  body.facts.find((fact: { readonly name: string }) => fact.name === name)?.value

const forwardTo = async ({ send }: ServedLibrary, to: string): Promise<void> => {
  expect((await send('POST', '/clock/forward', { as: administratorUser, body: { to } })).status).toBe(200)
}

/** A copy is lent on 5 January and returned on 20 January; the loan is erased with the closing of 19 February. */
const lendAndReturn = async (library: ServedLibrary) => {
  const [copy, borrower] = [await acquireCopyByHttp(library), await registerBorrowerByHttp(library)]
  const { loan } = (await lendCopyByHttp(library, copy, borrower)).body
  await forwardTo(library, '2026-01-20')
  await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
  return { copy, borrower, loan: loan as string }
}

const readers = [staffUser, auditorUser, administratorUser]

describe('a replay of a copy', () => {
  it('of a past day says what the desk saw on that day, also when much has happened since', () =>
    withHttpServer(async (library) => {
      const [copy, borrower] = [await acquireCopyByHttp(library), await registerBorrowerByHttp(library)]
      await lendCopyByHttp(library, copy, borrower)
      const { loan } = (await library.send('GET', `/copies/${copy}/holder`, { as: staffUser })).body
      await forwardTo(library, '2026-01-20')
      await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      const { body } = await library.send('GET', `/replays/copy/${copy}?at=2026-01-05`, { as: staffUser })
      for (const name of ['loan', 'borrower', 'lentOn', 'dueOn'])
        expect([name, factOf(body, name)]).toEqual([name, { status: 'plain', value: loan[name] }])
    }))

  it('shows staff who had it on a past day, and withholds it from auditors and administrators', () =>
    withHttpServer(async (library) => {
      const { copy, borrower, loan } = await lendAndReturn(library)
      const replay = `/replays/copy/${copy}?at=2026-01-10`
      const [ofStaff, ...ofOthers] = await Promise.all(readers.map((as) => library.send('GET', replay, { as })))
      expect(factOf(ofStaff?.body, 'borrower')).toEqual({ status: 'plain', value: borrower })
      for (const { body } of ofOthers) {
        expect(factOf(body, 'borrower')).toEqual({ status: 'withheld', class: 'loan' })
        expect(factOf(body, 'loan')).toEqual({ status: 'plain', value: loan })
        expect(factOf(body, 'state')).toEqual({ status: 'plain', value: 'OnLoan' })
      }
      const today = await library.send('GET', `/replays/copy/${copy}`, { as: auditorUser })
      expect(factOf(today.body, 'state')).toEqual({ status: 'plain', value: 'OnShelf' })
    }))

  it('says to every role that the loan is erased, and names its certificate, which an auditor can read', () =>
    withHttpServer(async (library) => {
      const { copy, loan } = await lendAndReturn(library)
      await forwardTo(library, '2026-02-22')
      const { certificates } = (await library.send('GET', `/certificates?scope=${loan}`, { as: auditorUser })).body
      const erased = { status: 'erased', class: 'loan', certificate: certificates[0].certificate }
      for (const as of readers) {
        const { body } = await library.send('GET', `/replays/copy/${copy}?at=2026-01-10`, { as })
        expect(factOf(body, 'borrower')).toEqual(erased)
        const steps = (await library.send('GET', `/replays/copy/${copy}/steps`, { as })).body.steps
        expect(steps[1].type).toBe('LoanStarted')
        expect(steps[1].parts).toContainEqual({ ...erased, scope: loan })
        const shown = (await library.send('GET', `/streams/circulation/copy-${copy}`, { as })).body.events
        expect(shown[1].staff.loan).toEqual({ erased: true, certificate: erased.certificate })
      }
    }))

  it('shows its events one by one, with what each changed, in pages', () =>
    withHttpServer(async (library) => {
      const { copy } = await lendAndReturn(library)
      const read = async (query: string) =>
        (await library.send('GET', `/replays/copy/${copy}/steps${query}`, { as: auditorUser })).body
      const { steps } = await read('')
      expect(steps.map(({ type }: Json) => type)).toEqual(['CopyAcquired', 'LoanStarted', 'LoanReturned'])
      expect(steps[2].changes).toContainEqual({
        ...{ name: 'state', of: null },
        before: { status: 'plain', value: 'OnLoan' },
        after: { status: 'plain', value: 'OnShelf' },
      })
      const first = await read('?limit=2')
      const second = await read(`?limit=2&cursor=${first.next}`)
      expect([...first.steps, ...second.steps]).toEqual(steps)
      expect(second.next).toBeNull()
      const { position, revision } = steps[1]
      for (const place of [`position=${Number(position)}`, `revision=${revision}`])
        expect((await read(`?${place}`)).steps).toEqual(steps.slice(0, 2))
    }))

  it('compares two days', () =>
    withHttpServer(async (library) => {
      const { copy, loan } = await lendAndReturn(library)
      const path = `/replays/copy/${copy}/comparison`
      const { changes } = (await library.send('GET', `${path}?from=2026-01-10&until=2026-01-20`, { as: auditorUser }))
        .body
      expect(changes).toContainEqual({
        ...{ name: 'loan', of: null, before: { status: 'plain', value: loan }, after: null },
      })
      const same = await library.send('GET', `${path}?from=2026-01-06&until=2026-01-10`, { as: auditorUser })
      expect(same.body.changes).toEqual([])
    }))
})

describe('a replay', () => {
  it('of a reservation has its place in the queue, also once it is erased', () =>
    withHttpServer(async (library) => {
      const [copy, ann, bo] = [
        await acquireCopyByHttp(library),
        await registerBorrowerByHttp(library),
        await registerBorrowerByHttp(library),
      ]
      await lendCopyByHttp(library, copy, ann)
      const { reservation } = (
        await library.send('POST', `/titles/${title}/reservations`, { as: borrowerUser(bo), body: { borrower: bo } })
      ).body
      const read = async (query: string) =>
        (await library.send('GET', `/replays/reservation/${reservation}${query}`, { as: auditorUser })).body
      expect(factOf(await read(''), 'borrower')).toEqual({ status: 'withheld', class: 'reservation' })
      const ofStaff = await library.send('GET', `/replays/title/${title}`, { as: staffUser })
      expect(ofStaff.body.facts).toContainEqual({
        ...{ name: 'place', of: reservation, value: { status: 'plain', value: 1 } },
      })
      await library.send('DELETE', `/titles/${title}/reservations/${reservation}`, { as: staffUser })
      await library.send('POST', '/retention/runs', { as: administratorUser })
      expect(factOf(await read(''), 'state')).toEqual({ status: 'plain', value: 'NotInQueue' })
      for (const query of ['?revision=0', `?revision=0&title=${title}`])
        expect(factOf(await read(query), 'borrower')).toMatchObject({ status: 'erased', class: 'reservation' })
    }))

  it('of a borrower goes by months, and has no position', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const path = `/replays/borrower/${borrower}`
      const auditor = await library.send('GET', `${path}?at=2026-01-01`, { as: auditorUser })
      expect(factOf(auditor.body, 'name')).toEqual({ status: 'withheld', class: 'identity' })
      expect((await library.send('GET', `${path}?at=2025-12-31`, { as: auditorUser })).status).toBe(404)
      const steps = (await library.send('GET', `${path}/steps`, { as: auditorUser })).body.steps
      expect(steps.map(({ position, recorded }: Json) => [position, recorded])).toEqual([[null, '2026-01']])
      const refused = await library.send('GET', `${path}?position=1`, { as: auditorUser })
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/position'])
    }))

  it('withholds a protected name and address from staff too', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const body = { protection: 'nameAndAddress', reason: 'Ønske' }
      await library.send('PUT', `/borrowers/${borrower}/protection`, { as: staffUser, body })
      const replay = await library.send('GET', `/replays/borrower/${borrower}`, { as: staffUser })
      expect(factOf(replay.body, 'name')).toEqual({ status: 'withheld', class: 'identity' })
      expect(factOf(replay.body, 'contactDetails')).toEqual({ status: 'withheld', class: 'contact' })
    }))

  it('is refused to all others, and finds nothing of a record that is not there', () =>
    withHttpServer(async (library) => {
      const [copy, borrower] = [await acquireCopyByHttp(library), await registerBorrowerByHttp(library)]
      const path = `/replays/copy/${copy}`
      expect((await library.send('GET', path, { as: borrowerUser(borrower) })).status).toBe(403)
      expect((await library.send('GET', '/replays/copy/9999999999', { as: auditorUser })).status).toBe(404)
      const two = await library.send('GET', `${path}?at=2026-01-10&revision=1`, { as: auditorUser })
      expect([two.status, two.body.errors[0].pointer]).toEqual([400, '/revision'])
    }))
})
