import type { Day } from '../../../../domain/values/day'
import type { BorrowerId } from '../../../../domain/values/ids'
import { streamNameOf } from '../../../../domain/event/stream'
import { openingKind } from '../../../../domain/use-cases/opening-entry'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { changeGuardianByHttp, guardianBody, guardianshipOf, registerGuardianByHttp } from './guardian-steps'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import {
  administratorUser,
  auditorUser,
  borrowerUser,
  guardianUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from './with-http-server'

const secretName = 'Kanariefugl Hemmelig'
const secretAddress = 'Skjulestien 7, 9000 Aalborg'
const secretCareOf = 'c/o Gemmested'
const guardianName = guardianBody.name
const secrets = [secretName, 'Skjulestien', 'Gemmested', guardianName]

const contact = {
  ...{ careOf: secretCareOf, address: secretAddress, phones: ['20123456'] },
  ...{ mobileForNotices: null, emails: ['canary@example.org'], emailForNotices: null },
}

const protect = ({ send }: ServedLibrary, borrower: BorrowerId, protection = 'nameAndAddress') =>
  send('PUT', `/borrowers/${borrower}/protection`, { as: staffUser, body: { protection, reason: 'Ønske' } })

/** A protected child with a guardian. */
const protectedChild = async (library: ServedLibrary) => {
  await acquireCopyByHttp(library)
  const borrower = await registerBorrowerByHttp(library, {
    ...{ name: secretName, contact, group: 'child', birthDate: '2014-05-05' },
  })
  expect((await registerGuardianByHttp(library, borrower, { contact })).status).toBe(200)
  const guardianship = await guardianshipOf(library, borrower)
  expect((await protect(library, borrower)).status).toBe(200)
  return { borrower, guardianship }
}

const found = (text: string): ReadonlyArray<string> => secrets.filter((secret) => text.includes(secret))

describe('a protected name and address', () => {
  it('is shown to no staff, administrator or auditor, wherever they look: the number stands there alone', () =>
    withHttpServer(async (library) => {
      const { borrower, guardianship } = await protectedChild(library)
      const { number } = (await library.send('GET', `/borrowers/${borrower}`, { as: staffUser })).body.record
      const places = [
        ...['', '/identity', '/contact', '/guardian', '/fees', '/messages', '/notes', '/data'].map(
          (part) => `/borrowers/${borrower}${part}`,
        ),
        ...['/statement', '/data/page'].map((page) => `/borrowers/${borrower}${page}`),
        `/guardianships/${guardianship}`,
        `/streams/persons/borrower-${borrower}`,
      ]
      for (const path of places)
        for (const as of [staffUser, administratorUser, auditorUser]) {
          const reply = await library.send('GET', path, { as })
          expect([path, as.role, found(reply.text)]).toEqual([path, as.role, []])
          expect([path, as.role, as === staffUser ? reply.status : 200]).toEqual([path, as.role, 200])
        }
      const statement = await library.send('GET', `/borrowers/${borrower}/statement`, { as: staffUser })
      expect(statement.text).toContain(String(number))
    }))

  it('is marked as withheld, with its class', () =>
    withHttpServer(async (library) => {
      const { borrower } = await protectedChild(library)
      const {
        record,
        contact: shown,
        guardian,
      } = (await library.send('GET', `/borrowers/${borrower}`, { as: staffUser })).body
      expect(record).toMatchObject({ name: { withheld: 'identity' }, isNameAndAddressProtected: true })
      expect(shown).toMatchObject({ address: { withheld: 'contact' }, careOf: { withheld: 'contact' } })
      expect(shown.phones).toEqual(['20123456'])
      expect(guardian).toMatchObject({ name: { withheld: 'guardian' } })
    }))

  it('is shown to the borrower, and the guardian sees the name of the child', () =>
    withHttpServer(async (library) => {
      const { borrower, guardianship } = await protectedChild(library)
      const own = ['/me', '/me/data', '/me/data/page', '/me/statement', `/borrowers/${borrower}/contact`]
      for (const path of own) {
        const { text } = await library.send('GET', path, { as: borrowerUser(borrower) })
        expect([path, text.includes('Skjulestien')]).toEqual([path, true])
      }
      const as = guardianUser([guardianship])
      const read = await library.send('GET', `/guardianships/${guardianship}`, { as })
      expect(read.body.child).toEqual({ name: secretName })
      expect(read.body.guardian.name).toBe(guardianName)
    }))

  it('is opened with a written reason, which is recorded, and writes nothing to a log', () =>
    withHttpServer(async (library) => {
      const { borrower } = await protectedChild(library)
      const path = `/borrowers/${borrower}/name-and-address`
      const { shortTerm, logHeads } = library.runningLibrary
      // Staff have read the record before, which is another look.
      const recorded = async () =>
        rightOrThrow(await shortTerm.list(openingKind)()).filter(({ value }) => value.includes('nameAndAddress')).length
      const heads = await logHeads()
      for (const body of [{}, { reason: '' }, { reason: '   ' }]) {
        const refused = await library.send('POST', path, { as: staffUser, body })
        expect([refused.status, found(refused.text)]).toEqual([400, []])
      }
      expect(await recorded()).toBe(0)
      const opened = await library.send('POST', path, { as: staffUser, body: { reason: 'Et brev skal sendes' } })
      expect(opened.body).toMatchObject({
        ...{ name: secretName, careOf: secretCareOf, address: secretAddress },
        guardian: { name: guardianName, address: secretAddress },
      })
      expect(await recorded()).toBe(1)
      expect(await logHeads()).toEqual(heads)
      expect(library.loggedText()).not.toContain('Et brev')
    }))

  it.each([borrowerUser, () => auditorUser, () => administratorUser])('is opened by staff alone', (userOf) =>
    withHttpServer(async (library) => {
      const { borrower } = await protectedChild(library)
      const request = { as: userOf(borrower), body: { reason: 'Nysgerrighed' } }
      const reply = await library.send('POST', `/borrowers/${borrower}/name-and-address`, request)
      expect([reply.status, found(reply.text)]).toEqual([403, []])
    }),
  )

  it('stands on no list: letters, papers to destroy, estates, overdue loans, the pick-up shelf and the search', () =>
    withHttpServer(async (library) => {
      const { borrower } = await protectedChild(library)
      const { send } = library
      const copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, borrower)
      await moveClockTo(library.runningLibrary, '2026-03-20' as Day)
      await send('POST', `/borrowers/${borrower}/blocks`, { as: staffUser, body: { reason: 'D', note: null } })
      expect((await changeGuardianByHttp(library, 'DELETE', borrower)).status).toBe(200)
      const { number } = (await send('GET', `/borrowers/${borrower}`, { as: staffUser })).body.record
      const lists = ['/guardian-papers', '/estates', '/overdue', `/pull-list/${testBranch}`, '/offline-cases']
      for (const path of [...lists, '/messages/letters', '/notices/letters', `/copies/${copy}/holder`]) {
        const reply = await send('GET', path, { as: staffUser })
        expect([path, reply.status, found(reply.text)]).toEqual([path, 200, []])
      }
      expect((await send('GET', '/estates', { as: staffUser })).body.estates).toMatchObject([{ number, name: null }])
      const { papers } = (await send('GET', '/guardian-papers', { as: staffUser })).body
      expect(papers).toMatchObject([{ child: { number, name: null } }])
      const lookUp = await send('POST', '/borrowers/look-up', { as: staffUser, body: { number } })
      expect(found(lookUp.text)).toEqual([])
    }))

  it('is withheld in a letter to print: the list has the number', () =>
    withHttpServer(async (library) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library, { name: secretName, contact })
      const copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, borrower)
      await moveClockTo(library.runningLibrary, '2026-03-15' as Day)
      const letters = async () => (await library.send('GET', '/messages/letters', { as: staffUser })).body.letters
      expect((await letters())[0]).toMatchObject({ name: secretName, address: secretAddress })
      await protect(library, borrower)
      const { number } = (await library.send('GET', `/borrowers/${borrower}`, { as: staffUser })).body.record
      expect((await letters())[0]).toMatchObject({ number, address: { withheld: 'contact' } })
      expect(found(JSON.stringify(await letters()))).toEqual([])
    }))

  it('is not printed by the command line', () =>
    withHttpServer(async (library) => {
      const { borrower } = await protectedChild(library)
      const shown = JSON.stringify(
        await library.runningLibrary.showStream('persons', streamNameOf('borrower')(borrower)),
      )
      expect(found(shown)).toEqual([])
      expect(shown).toContain('BorrowerRegistered')
    }))

  it('is shown again when the protection ends', () =>
    withHttpServer(async (library) => {
      const { borrower } = await protectedChild(library)
      await protect(library, borrower, 'none')
      const { text } = await library.send('GET', `/borrowers/${borrower}`, { as: staffUser })
      expect(found(text)).toEqual(secrets)
    }))
})
