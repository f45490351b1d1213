import { guardianOnDay } from '../../../../projections/guardians/guardian-queries'
import { defaultGuardianPolicy } from '../../../../domain/policy/guardian-policy'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerId, GuardianshipId } from '../../../../domain/values/ids'
import { moveClockTo } from '../../../e2e/use-case-steps'
import {
  changeGuardianByHttp,
  guardianBody,
  guardianCpr,
  guardianshipOf,
  otherGuardianCpr,
  registerChildByHttp,
  registerGuardianByHttp,
  withGuardian,
} from './guardian-steps'
import { acquireCopyByHttp, lendCopyByHttp, testBranch } from './http-steps'
import {
  auditorUser,
  borrowerUser,
  guardianUser,
  machineUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from './with-http-server'

const { contact } = guardianBody

/** Lends a copy to a borrower today, and takes it back on a day. */
const returnLate = async (library: ServedLibrary, borrower: BorrowerId, day: string): Promise<void> => {
  const copy = await acquireCopyByHttp(library)
  expect((await lendCopyByHttp(library, copy, borrower)).status).toBe(201)
  await moveClockTo(library.runningLibrary, day as Day)
  const { send } = library
  const { after } = (await send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })).body
  await send('GET', `/copies/${copy}?after=${after}`)
}

describe('a guardian (værge)', () => {
  it('is shown to staff, and without the CPR number to the child', () =>
    withGuardian(async ({ send }, child, guardianship) => {
      const read = await send('GET', `/borrowers/${child}/guardian`, { as: staffUser })
      expect(read.body.guardian).toEqual({ ...guardianBody, guardianship, verifiedEmails: [] })
      const { guardian } = (await send('GET', `/borrowers/${child}`, { as: staffUser })).body
      expect(guardian).toEqual({ ...guardianBody, verifiedEmails: [] })
      const { cpr: _cpr, ...withoutCpr } = guardianBody
      const own = await send('GET', '/me', { as: borrowerUser(child) })
      expect(own.body.guardian).toEqual({ ...withoutCpr, verifiedEmails: [] })
      expect(own.text).not.toContain(guardianCpr)
      const audited = await send('GET', `/borrowers/${child}`, { as: auditorUser })
      expect(audited.text).not.toContain(guardianBody.name)
    }))

  it('is refused in the words of the caller: the child itself, somebody under age, a borrower who is of age or of unknown age', () =>
    withHttpServer(async (library) => {
      const child = await registerChildByHttp(library, { birthDate: '2015-02-03', cpr: '0302154000' })
      const itself = await registerGuardianByHttp(library, child, { cpr: '030215-4000' })
      expect([itself.status, itself.body.errors[0].pointer]).toEqual([422, '/cpr'])
      expect(itself.body.title).toBe('Værgen kan ikke være barnet selv.')
      const young = await registerGuardianByHttp(library, child, { cpr: '030214-4000' })
      expect([young.status, young.body.title]).toEqual([422, 'Værgen er ikke myndig efter sit CPR-nummer.'])
      const pointerFor = async (overrides: object) =>
        (await registerGuardianByHttp(library, child, overrides)).body.errors[0].pointer
      expect(await pointerFor({ paperMonth: '2026-02' })).toBe('/paperMonth')
      expect(await pointerFor({ paperMonth: null })).toBe('/paperBranch')
      const adult = await registerChildByHttp(library, { birthDate: '2008-01-05' })
      expect((await registerGuardianByHttp(library, adult)).body.title).toBe('Låneren er myndig og har ingen værge.')
      const ageless = await registerChildByHttp(library, { birthDate: null })
      expect((await registerGuardianByHttp(library, ageless)).status).toBe(409)
      const nobody = '/borrowers/5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33/guardian'
      expect((await library.send('GET', nobody, { as: staffUser })).status).toBe(404)
    }))

  it('is found by CPR number at log-in, with all children', () =>
    withGuardian(async (library, child, guardianship) => {
      const sibling = await registerChildByHttp(library)
      await registerGuardianByHttp(library, sibling)
      const found = [guardianship, await guardianshipOf(library, sibling)].sort()
      const lookUp = (cpr: string, as = staffUser) => library.send('POST', '/guardians/look-up', { as, body: { cpr } })
      expect((await lookUp('010170-5000')).body.guardianships).toEqual(found)
      expect((await lookUp(otherGuardianCpr)).body.guardianships).toEqual([])
      expect((await lookUp(guardianCpr, machineUser)).status).toBe(403)
      await changeGuardianByHttp(library, 'DELETE', child)
      expect((await lookUp(guardianCpr)).body.guardianships).toEqual([found.find((one) => one !== guardianship)])
    }))

  it('sees their own data and the name of the child, of the children that the token names and no other', () =>
    withGuardian(async (library, child, guardianship) => {
      const { send } = library
      const path = `/guardianships/${guardianship}`
      const read = await send('GET', path, { as: guardianUser([guardianship]) })
      const guardian = { ...guardianBody, guardianship, verifiedEmails: [] }
      expect(read.body).toEqual({ guardian, child: { name: 'Bo Barn' }, owed: 0, fees: [], next: null })
      const other = guardianUser([child as string as GuardianshipId])
      expect((await send('GET', path, { as: other })).status).toBe(403)
      expect((await send('GET', `/borrowers/${child}`, { as: guardianUser([guardianship]) })).status).toBe(403)
      await changeGuardianByHttp(library, 'DELETE', child)
      expect((await send('GET', path, { as: guardianUser([guardianship]) })).status).toBe(404)
    }))

  it('is refused with a token whose guardianships are no ids', () =>
    withGuardian(async ({ send }, _child, guardianship) => {
      for (const as of [guardianUser(['x' as GuardianshipId]), { role: 'guardian', subject: 'x' } as never]) {
        const { status, body } = await send('GET', `/guardianships/${guardianship}`, { as })
        expect([status, body.because]).toEqual([401, 'guardianshipsMalformed'])
      }
    }))

  it('corrects their own contact details under the version that they read, and keeps the guardianship', () =>
    withGuardian(async ({ send, runningLibrary }, child, guardianship) => {
      const path = `/guardianships/${guardianship}`
      const as = guardianUser([guardianship])
      const read = await send('GET', path, { as })
      const headers = { 'If-Match': read.headers.get('etag') ?? '' }
      await send('POST', `/borrowers/${child}/blocks`, { as: staffUser, body: { reason: 'U', note: null } })
      const body = { ...contact, emails: ['ny@example.org'], emailForNotices: 'ny@example.org' }
      expect((await send('PUT', `${path}/contact`, { as, body })).status).toBe(428)
      const changed = await send('PUT', `${path}/contact`, { as, headers, body })
      expect([changed.status, changed.body.guardianship]).toEqual([200, guardianship])
      expect((await send('PUT', `${path}/contact`, { as, headers, body })).status).toBe(412)
      await runningLibrary.catchUpReadModels()
      const again = await send('GET', path, { as })
      expect(again.body.guardian).toEqual({ ...guardianBody, guardianship, contact: body, verifiedEmails: [] })
      expect(again.headers.get('etag')).toBe(changed.headers.get('etag'))
      const guardianOn = guardianOnDay(defaultGuardianPolicy)(child, '2026-01-05' as Day)(runningLibrary.rows)
      expect(guardianOn).toMatchObject({ name: guardianBody.name, contact: body })
    }))

  it('sees what the child owes, and the titles until the 15th birthday', () =>
    withGuardian(async (library, child, guardianship) => {
      await returnLate(library, child, '2026-02-20')
      const read = async () =>
        (await library.send('GET', `/guardianships/${guardianship}`, { as: guardianUser([guardianship]) })).body
      const before = await read()
      expect(before).toMatchObject({ owed: 12000, fees: [{ amount: 12000, items: [{ name: 'Kongens Fald' }] }] })
      await moveClockTo(library.runningLibrary, '2026-03-01' as Day)
      const after = await read()
      expect(after).toMatchObject({ owed: 12000, fees: [{ amount: 12000 }] })
      expect(JSON.stringify(after)).not.toContain('Kongens Fald')
    }, '2011-03-01'))
})

describe('from the 18th birthday', () => {
  it('nothing new reaches the guardian, and the guardianship ends with the month in which what was owed before is settled', () =>
    withGuardian(async (library, child, guardianship) => {
      const { send, runningLibrary } = library
      const read = () => send('GET', `/guardianships/${guardianship}`, { as: guardianUser([guardianship]) })
      const guardianOn = (day: string) =>
        guardianOnDay(defaultGuardianPolicy)(child, day as Day)(runningLibrary.rows)?.name
      await returnLate(library, child, '2026-02-20')
      await returnLate(library, child, '2026-04-10')
      expect([guardianOn('2026-03-19'), guardianOn('2026-03-20')]).toEqual([guardianBody.name, undefined])
      const { body } = await read()
      const { body: owed } = await send('GET', `/borrowers/${child}/fees`, { as: staffUser })
      expect(owed.fees).toHaveLength(2)
      expect(body).toMatchObject({ owed: owed.fees[0].amount, fees: [{ fee: owed.fees[0].fee }] })
      expect(body.fees).toHaveLength(1)
      expect((await registerGuardianByHttp(library, child)).status).toBe(409)

      const [{ fee, amount }] = owed.fees
      const payment = { order: 'order-1', fees: [fee], amount }
      expect((await send('POST', `/borrowers/${child}/payments`, { as: staffUser, body: payment })).status).toBe(201)
      expect((await read()).status).toBe(200)
      await moveClockTo(runningLibrary, '2026-05-01' as Day)
      expect((await read()).status).toBe(404)
      expect((await send('GET', '/me', { as: borrowerUser(child) })).body.guardian).toBeUndefined()
    }, '2008-03-20'))
})
