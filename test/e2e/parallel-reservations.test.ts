import {
  acquireCopyByHttp,
  lendCopyByHttp,
  registerBorrowerByHttp,
  testBranch,
} from '../adapters/interfaces/http/http-steps'
import { scan, withStaff, type Staff } from '../adapters/interfaces/http/staff-steps'
import { borrowerUser, type Json, type ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import type { BorrowerId } from '../../domain/values/ids'
import { readBothLogs } from '../crash/check/read-both-logs'

const [hardback, paperback, audiobook] = ['52557240', '52557241', '52557242'] as const

/** A copy of each edition, lent to others. */
const lendEditions = async (library: ServedLibrary, editions: ReadonlyArray<string>) => {
  const copies: string[] = []
  for (const title of editions) {
    const copy = await acquireCopyByHttp(library, { title })
    await lendCopyByHttp(library, copy, await registerBorrowerByHttp(library))
    copies.push(copy)
  }
  return copies as [string, string, ...string[]]
}

const reserveEditions = (staff: Staff, borrower: BorrowerId, titles: ReadonlyArray<string>): Promise<Json> =>
  staff.post(`/borrowers/${borrower}/parallel-reservations`, { titles, pickUpBranch: testBranch })

/** The reservations of a borrower as the borrower sees them: state by title. */
const statesOf = async (staff: Staff, borrower: BorrowerId): Promise<Json> =>
  Object.fromEntries(
    (await staff.read('/me', { as: borrowerUser(borrower) })).reservations.map(({ title, state }: Json) => [
      title,
      state,
    ]),
  )

describe('a parallel reservation', () => {
  it(
    'waits in the queue of each edition, is paused in the others while a copy of one is reserved, and resumes when it is released',
    withStaff(async (library, staff) => {
      const [copy, otherCopy] = await lendEditions(library, [hardback, paperback])
      const borrower = await registerBorrowerByHttp(library)
      const answer = await reserveEditions(staff, borrower, [hardback, paperback])
      expect(answer).toMatchObject({ status: 201, reservations: [{ title: hardback }, { title: paperback }] })
      expect(await statesOf(staff, borrower)).toEqual({ [hardback]: 'reserved', [paperback]: 'reserved' })
      expect(await scan(staff, copy)).toMatchObject({ becomes: 'ready' })
      expect(await statesOf(staff, borrower)).toEqual({ [hardback]: 'ready', [paperback]: 'paused' })
      expect(await scan(staff, otherCopy)).toMatchObject({ becomes: 'onShelf' })
      const [first, second] = answer.reservations.map(
        ({ title, reservation }: Json) => `/titles/${title}/reservations/${reservation}`,
      )
      expect(await staff.read(second)).toMatchObject({ state: 'paused', queueNumber: 1, parallelTo: [hardback] })
      await staff.cancel(first)
      expect(await statesOf(staff, borrower)).toEqual({ [paperback]: 'reserved' })
      await staff.moveClockTo('2026-01-06')
      expect((await staff.read(`/pull-list/${testBranch}`)).copies).toMatchObject([{ copy: otherCopy }])
    }),
  )

  it(
    'resumes when a ready copy was not picked up in time',
    withStaff(async (library, staff) => {
      const [copy, otherCopy] = await lendEditions(library, [hardback, paperback])
      const borrower = await registerBorrowerByHttp(library)
      await reserveEditions(staff, borrower, [hardback, paperback])
      await scan(staff, copy)
      await scan(staff, otherCopy)
      await staff.moveClockTo('2026-01-13')
      expect(await statesOf(staff, borrower)).toEqual({ [paperback]: 'reserved' })
      expect((await staff.read(`/pull-list/${testBranch}`)).copies).toMatchObject([{ copy: otherCopy }])
    }),
  )

  it(
    'lets whoever comes next in the queue have a copy while it is paused, and keeps its place',
    withStaff(async (library, staff) => {
      const [copy, otherCopy] = await lendEditions(library, [hardback, paperback])
      const [first, next] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      await reserveEditions(staff, first, [hardback, paperback])
      await staff.post(`/titles/${paperback}/reservations`, { borrower: next })
      await scan(staff, copy)
      await scan(staff, otherCopy)
      expect(await statesOf(staff, next)).toEqual({ [paperback]: 'ready' })
      expect(await statesOf(staff, first)).toEqual({ [hardback]: 'ready', [paperback]: 'paused' })
    }),
  )

  it(
    'ends with the closing of the day on which one edition is lent, and nothing is recorded of the others before',
    withStaff(async (library, staff) => {
      const [copy] = await lendEditions(library, [hardback, paperback, audiobook])
      const borrower = await registerBorrowerByHttp(library)
      await reserveEditions(staff, borrower, [hardback, paperback, audiobook])
      await scan(staff, copy)
      const before = new Set((await readBothLogs(library.runningLibrary)).events.map(({ metadata }) => metadata.id))
      expect((await lendCopyByHttp(library, copy, borrower)).status).toBe(201)
      expect(await statesOf(staff, borrower)).toEqual({ [paperback]: 'paused', [audiobook]: 'paused' })
      const { events } = await readBothLogs(library.runningLibrary)
      const since = events.map(({ metadata }) => metadata).filter(({ id }) => !before.has(id))
      expect(since.length).toBeGreaterThan(0)
      expect(since.filter(({ stream }) => [paperback, audiobook].some((title) => stream === `title-${title}`))).toEqual(
        [],
      )
      await staff.moveClockTo('2026-01-06')
      expect(await statesOf(staff, borrower)).toEqual({})
    }),
  )

  it(
    'is parallel again when the loan is undone on the same day',
    withStaff(async (library, staff) => {
      const [copy] = await lendEditions(library, [hardback, paperback])
      const borrower = await registerBorrowerByHttp(library)
      await reserveEditions(staff, borrower, [hardback, paperback])
      await scan(staff, copy)
      const { loan } = (await lendCopyByHttp(library, copy, borrower)).body
      expect((await staff.post(`/loans/${loan}/undo`, { copy, branch: testBranch })).status).toBe(200)
      const { reservations } = await staff.read(`/borrowers/${borrower}`)
      expect(reservations).toMatchObject([
        { title: paperback, state: 'paused', parallelTo: [hardback] },
        { title: hardback, state: 'ready', parallelTo: [paperback] },
      ])
      await staff.moveClockTo('2026-01-06')
      expect(await statesOf(staff, borrower)).toEqual({ [hardback]: 'ready', [paperback]: 'paused' })
    }),
  )

  it(
    'of editions that stand on the shelf puts one of them on the pull list',
    withStaff(async (library, staff) => {
      for (const title of [hardback, paperback, audiobook]) await acquireCopyByHttp(library, { title })
      await reserveEditions(staff, await registerBorrowerByHttp(library), [hardback, paperback, audiobook])
      expect((await staff.read(`/pull-list/${testBranch}`)).copies).toHaveLength(1)
    }),
  )

  it(
    'is refused as a whole, and says which titles are refused and why',
    withStaff(async (library, staff) => {
      await acquireCopyByHttp(library, { title: hardback })
      await acquireCopyByHttp(library, { title: audiobook, group: 'not-lent' })
      const borrower = await registerBorrowerByHttp(library)
      const path = `/borrowers/${borrower}/parallel-reservations`
      const refused = await library.send('POST', path, {
        as: borrowerUser(borrower),
        body: { titles: [hardback, paperback, audiobook] },
      })
      expect(refused).toMatchObject({ status: 422 })
      expect(refused.body.titles).toEqual([
        { index: 1, because: 'titleUnknown', nationalCode: 'no_reservable_materials' },
        { index: 2, because: 'materialNotLent', nationalCode: 'material_not_loanable' },
      ])
      expect((await staff.read(`/borrowers/${borrower}`)).reservations).toEqual([])
      for (const [titles, type] of [
        [[hardback], 'too-few-parallel-titles'],
        [[hardback, hardback], 'parallel-title-is-named-twice'],
      ] as const)
        expect(await reserveEditions(staff, borrower, titles)).toMatchObject({
          status: 422,
          type: expect.stringContaining(type),
        })
      const other = borrowerUser(await registerBorrowerByHttp(library))
      expect((await library.send('POST', path, { as: other, body: { titles: [hardback, paperback] } })).status).toBe(
        403,
      )
    }),
  )

  it(
    'is made once, however often a request with one key is sent',
    withStaff(async (library, staff) => {
      for (const title of [hardback, paperback]) await acquireCopyByHttp(library, { title })
      const borrower = await registerBorrowerByHttp(library)
      const once = () =>
        library.send('POST', `/borrowers/${borrower}/parallel-reservations`, {
          as: borrowerUser(borrower),
          body: { titles: [hardback, paperback] },
          headers: { 'Idempotency-Key': 'one-of-two-editions' },
        })
      const [first, repeated] = [await once(), await once()]
      expect(repeated.body.reservations).toEqual(first.body.reservations)
      expect([first.status, repeated.status]).toEqual([201, 201])
      await staff.moveClockTo('2026-01-06')
      expect((await staff.read(`/borrowers/${borrower}`)).reservations).toHaveLength(2)
    }),
  )
})
