import type { Day } from '../../../../domain/values/day'
import type { BorrowerId } from '../../../../domain/values/ids'
import { moveClockTo } from '../../../e2e/use-case-steps'
import {
  changeGuardianByHttp,
  guardianBody,
  guardianshipOf,
  registerChildByHttp,
  registerGuardianByHttp,
} from './guardian-steps'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import {
  administratorUser,
  auditorUser,
  borrowerUser,
  guardianUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from './with-http-server'

/** A number that belongs to nobody: it is a replacement number of no day. */
const motherCpr = '6302800000'
const childName = 'Kanariefugl Barnet'
const secretAddress = 'Skjulestien 7, 9000 Aalborg'
const contact = {
  ...{ careOf: null, address: secretAddress, phones: [] },
  ...{ mobileForNotices: null, emails: [], emailForNotices: null },
}
const found = (text: string): ReadonlyArray<string> =>
  [childName, 'Skjulestien', guardianBody.name].filter((secret) => text.includes(secret))

const protect = ({ send }: ServedLibrary, borrower: BorrowerId, protection: string) =>
  send('PUT', `/borrowers/${borrower}/protection`, { as: staffUser, body: { protection, reason: 'Ønske' } })

/** A child whose record has no protection, and whose guardian is a borrower who has it. */
const childOfProtectedGuardian = async (library: ServedLibrary) => {
  const copy = await acquireCopyByHttp(library)
  const mother = await registerBorrowerByHttp(library, { cpr: motherCpr, birthDate: undefined, contact })
  const child = await registerChildByHttp(library, { name: childName, contact })
  expect((await registerGuardianByHttp(library, child, { cpr: motherCpr, contact })).status).toBe(200)
  expect((await protect(library, mother, 'nameAndAddress')).status).toBe(200)
  return { copy, mother, child, guardianship: await guardianshipOf(library, child) }
}

describe('a guardian who is a borrower with a protected name and address', () => {
  it('is shown to no staff, administrator or auditor by way of the child, nor is the child', () =>
    withHttpServer(async (library) => {
      const { child, guardianship } = await childOfProtectedGuardian(library)
      const parts = ['', '/identity', '/contact', '/guardian', '/data', '/data/page', '/statement']
      const places = [
        ...parts.map((part) => `/borrowers/${child}${part}`),
        ...[`/guardianships/${guardianship}`, `/streams/persons/borrower-${child}`],
      ]
      for (const path of places)
        for (const as of [staffUser, administratorUser, auditorUser]) {
          const { text, status } = await library.send('GET', path, { as })
          expect([path, as.role, found(text)]).toEqual([path, as.role, []])
          expect([path, as === staffUser ? status : 200]).toEqual([path, 200])
        }
    }))

  it('has a child who stands on the list of letters by number alone', () =>
    withHttpServer(async (library) => {
      const { copy, child } = await childOfProtectedGuardian(library)
      await lendCopyByHttp(library, copy, child)
      await moveClockTo(library.runningLibrary, '2026-03-15' as Day)
      const { body, text } = await library.send('GET', '/messages/letters', { as: staffUser })
      expect(body.letters.length).toBeGreaterThan(0)
      expect(found(text)).toEqual([])
    }))

  it('is not shown by the stream of the child after the guardianship has ended', () =>
    withHttpServer(async (library) => {
      const { child } = await childOfProtectedGuardian(library)
      expect((await changeGuardianByHttp(library, 'DELETE', child)).status).toBe(200)
      const { text } = await library.send('GET', `/streams/persons/borrower-${child}`, { as: staffUser })
      expect(found(text)).toEqual([])
      expect(text).toContain('GuardianRegistered')
    }))

  it('sees the own address, and the child sees its own', () =>
    withHttpServer(async (library) => {
      const { child, guardianship } = await childOfProtectedGuardian(library)
      const own = await library.send('GET', '/me', { as: borrowerUser(child) })
      expect(found(own.text)).toContain('Skjulestien')
      const read = await library.send('GET', `/guardianships/${guardianship}`, { as: guardianUser([guardianship]) })
      expect(read.body).toMatchObject({ child: { name: childName }, guardian: { name: guardianBody.name } })
    }))

  it('is shown again when the protection of the guardian ends', () =>
    withHttpServer(async (library) => {
      const { mother, child } = await childOfProtectedGuardian(library)
      await protect(library, mother, 'none')
      const { text } = await library.send('GET', `/borrowers/${child}`, { as: staffUser })
      expect(found(text)).toEqual([childName, 'Skjulestien', guardianBody.name])
    }))
})
