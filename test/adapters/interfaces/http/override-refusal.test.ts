import type { DemoUser } from '../../../../adapters/interfaces/http/tokens/demo-issuer'
import type { BorrowerId } from '../../../../domain/values/ids'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { borrowerUser, machineUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

const title = '52557240'
const overrideReason = 'Betaler på fredag'

/** A borrower whom a machine has blocked, and a copy. */
const blockedBorrower = async (library: ServedLibrary) => {
  const borrower = await registerBorrowerByHttp(library)
  const copy = await acquireCopyByHttp(library)
  await library.send('POST', `/borrowers/${borrower}/blocks`, { as: staffUser, body: { reason: 'S', note: null } })
  return { borrower, copy }
}

const lend = ({ send }: ServedLibrary, body: object, as: DemoUser = staffUser) =>
  send('POST', '/loans', { as, headers: { 'Accept-Language': 'en' }, body: { branch: testBranch, ...body } })

const overridesOf = async ({ send }: ServedLibrary, borrower: BorrowerId) =>
  (await send('GET', `/borrowers/${borrower}/data`, { as: staffUser })).body.kinds.overrides

describe('a refusal that staff may override', () => {
  it('says so, and the same request with a reason goes on', () =>
    withHttpServer(async (library) => {
      const { borrower, copy } = await blockedBorrower(library)
      const refused = await lend(library, { copy, borrower })
      expect([refused.status, refused.body.because, refused.body.mayBeOverridden]).toEqual([
        422,
        'borrowerBlocked',
        true,
      ])
      expect((await lend(library, { copy, borrower, overrideReason })).status).toBe(201)
    }))

  it('is shown to the borrower with the reason, and goes with the loan', () =>
    withHttpServer(async (library) => {
      const { borrower, copy } = await blockedBorrower(library)
      await lend(library, { copy, borrower, overrideReason })
      const { status, data } = await overridesOf(library, borrower)
      expect([status, data.reservationOverrides]).toEqual(['held', []])
      expect(data.loanOverrides).toMatchObject([
        { copy, act: 'loan', refusals: ['blockedByMachine'], reason: overrideReason },
      ])
      expect(data.loanOverrides[0].forgottenOn).toBeNull()
    }))

  it('stands in the entries of the log as what was overridden and why, and nothing stands there without one', () =>
    withHttpServer(async (library) => {
      const { borrower, copy } = await blockedBorrower(library)
      await lend(library, { copy, borrower, overrideReason })
      const valuesOf = ({ entries }: { entries: ReadonlyArray<{ values: ReadonlyArray<object> }> }) =>
        entries.flatMap(({ values }) => values)
      expect(valuesOf(await overridesOf(library, borrower))).toEqual(
        expect.arrayContaining([
          { member: 'override.refusals.0', value: 'blockedByMachine' },
          { member: 'override.reason', value: overrideReason },
        ]),
      )
      const other = await registerBorrowerByHttp(library, { card: '2000000002' })
      await lendCopyByHttp(library, await acquireCopyByHttp(library), other)
      expect(await overridesOf(library, other)).toMatchObject({ status: 'nothing', entries: [] })
      const { loans } = (await library.send('GET', `/borrowers/${other}/data`, { as: staffUser })).body.kinds
      expect(valuesOf(loans).filter(({ value }: { value?: unknown }) => String(value).trim() === '')).toEqual([])
    }))

  it('is written on the page of the data on a borrower in words', () =>
    withHttpServer(async (library) => {
      const { borrower, copy } = await blockedBorrower(library)
      await lend(library, { copy, borrower, overrideReason })
      const headers = { 'Accept-Language': 'da' }
      const page = await library.send('GET', `/borrowers/${borrower}/data/page`, { as: staffUser, headers })
      for (const text of ['Tilsidesatte afvisninger', 'en automats blokering', overrideReason])
        expect(page.text).toContain(text)
    }))

  it('leaves no trace outside the sealed part, nor in its size', () =>
    withHttpServer(async (library) => {
      const { borrower, copy } = await blockedBorrower(library)
      await lend(library, { copy, borrower, overrideReason })
      const other = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, other, await registerBorrowerByHttp(library))
      const lastOf = async (one: string) =>
        (await library.runningLibrary.showStream('circulation', `copy-${one}` as never)).at(-1)?.stored
      const [overridden, ordinary] = [await lastOf(copy), await lastOf(other)]
      expect(overridden?.sealed).toEqual(ordinary?.sealed)
      expect(Object.keys(overridden?.open ?? {})).toEqual(Object.keys(ordinary?.open ?? {}))
    }))

  it('may be overridden for a renewal that is too early, and for a reservation', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const copy = await acquireCopyByHttp(library)
      const { loan } = (await lendCopyByHttp(library, copy, borrower)).body
      const renew = (body: object) => library.send('POST', `/loans/${String(loan)}/renew`, { as: staffUser, body })
      expect((await renew({})).body).toMatchObject({ because: 'tooEarly', mayBeOverridden: true })
      expect((await renew({ overrideReason: 'Rejser i morgen' })).status).toBe(200)
      await library.send('POST', `/borrowers/${borrower}/blocks`, { as: staffUser, body: { reason: 'S', note: null } })
      await acquireCopyByHttp(library, { title: '52557241' })
      const reserve = (body: object) =>
        library.send('POST', '/titles/52557241/reservations', { as: staffUser, body: { borrower, ...body } })
      expect((await reserve({})).body).toMatchObject({ because: 'borrowerBlocked', mayBeOverridden: true })
      expect((await reserve({ overrideReason })).status).toBe(201)
      expect((await overridesOf(library, borrower)).data).toMatchObject({
        loanOverrides: [{ act: 'renewal', refusals: ['renewalTooEarly'], reason: 'Rejser i morgen' }],
        reservationOverrides: [{ title: '52557241', refusals: ['blockedByMachine'], reason: overrideReason }],
      })
    }))

  it('does not say so where nobody may override it: others wait, or a card is stolen', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const copy = await acquireCopyByHttp(library)
      const { loan } = (await lendCopyByHttp(library, copy, borrower)).body
      const other = await registerBorrowerByHttp(library)
      await library.send('POST', `/titles/${title}/reservations`, { as: staffUser, body: { borrower: other } })
      const renewed = await library.send('POST', `/loans/${String(loan)}/renew`, {
        ...{ as: staffUser, body: { overrideReason } },
      })
      expect([renewed.body.because, renewed.body.mayBeOverridden]).toEqual(['titleReserved', undefined])
      await library.send('POST', `/borrowers/${other}/blocks`, { as: staffUser, body: { reason: 'O', note: null } })
      const second = await acquireCopyByHttp(library, { title: '52557241' })
      const lent = await lend(library, { copy: second, borrower: other, overrideReason })
      expect([lent.status, lent.body.because, lent.body.mayBeOverridden]).toEqual([422, 'borrowerBlocked', undefined])
    }))

  it('is overridden by staff alone', () =>
    withHttpServer(async (library) => {
      const { borrower, copy } = await blockedBorrower(library)
      const byMachine = await lend(library, { copy, borrower, overrideReason }, machineUser)
      expect([byMachine.status, byMachine.body.type, byMachine.body.roles]).toEqual([
        403,
        'urn:glemsom:problem:overriding-is-for-staff',
        ['staff'],
      ])
      const byBorrower = await library.send('POST', `/titles/${title}/reservations`, {
        ...{ as: borrowerUser(borrower), body: { borrower, overrideReason } },
      })
      expect(byBorrower.status).toBe(403)
    }))

  it('takes no reason with a CPR number, none that is too long, and none for what has happened offline', () =>
    withHttpServer(async (library) => {
      const { borrower, copy } = await blockedBorrower(library)
      for (const [reason, what] of [
        ['Kender 010130-0000', 'must not contain a CPR number'],
        ['æ'.repeat(41), 'is too long'],
        ['a'.repeat(81), 'at most 80 characters'],
        [' ', 'must not be empty'],
      ] as const) {
        const { status, body } = await lend(library, { copy, borrower, overrideReason: reason })
        expect([status, body.errors[0].pointer]).toEqual([400, '/overrideReason'])
        expect(body.errors[0].detail).toContain(what)
      }
      const actedAt = '2026-01-05T08:00:00.000Z'
      const offline = await lend(library, { copy, borrower, overrideReason, actedAt })
      expect([offline.status, offline.body.errors?.[0]?.pointer]).toEqual([400, '/overrideReason'])
    }))
})
