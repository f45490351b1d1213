import type { GuardianshipId } from '../../../../domain/values/ids'
import type { KindOfData } from '../../../../retention/promises/kind-of-data'
import { kindsOfData } from '../../../../retention/promises/kinds-of-data'
import { verifyEmailOfGuardian } from '../../../e2e/messages/message-steps'
import { childsOwn, earlierGuardian, exportOf, noContact, withDebtOfChild } from './guardian-data-steps'
import { guardianBody, guardianshipOf, registerChildByHttp, registerGuardianByHttp } from './guardian-steps'
import { registerBorrowerByHttp } from './http-steps'
import { administratorUser, auditorUser, borrowerUser, staffUser, withHttpServer } from './with-http-server'

describe('GDPR Article 15: the data of a guardian', () => {
  it('is all that the library holds on the guardian: who, how to reach them, paper, messages, and what they answer for', () =>
    withDebtOfChild(async (library, _child, guardianship) => {
      const { status, body } = await exportOf(library, guardianship)
      expect(status).toBe(200)
      const [{ kinds, child }] = body.guardianships
      expect([body.guardianships.length, child]).toEqual([1, { name: 'Bo Barn' }])
      const { contact, name, cpr, paperMonth, paperBranch } = guardianBody
      expect(kinds.guardian.data).toEqual({ name, ...contact, verifiedEmails: [], recordedIn: '2026-02' })
      expect(kinds.guardianCprNumber.data).toEqual({ cpr, guardianship, recordedIn: '2026-02' })
      expect(kinds.guardianPaper.data.papers).toEqual([{ paperMonth, paperBranch, endedIn: null }])
      expect(kinds.outstandingBalance.data).toMatchObject({ owed: 3000, fees: [{ amount: 3000, settledOn: null }] })
      const messages = kinds.messages.data.messages as ReadonlyArray<{ readonly about: string }>
      expect(messages.find(({ about }) => about === 'fee')).toMatchObject({
        ...{ channel: 'sms', sentTo: contact.mobileForNotices, outcome: 'sent', forgottenOn: '2026-03-15' },
      })
      expect(kinds.notices.data.notices).toMatchObject([{ about: 'verifyEmail', email: contact.emailForNotices }])
    }))

  it('has each personal field that events hold on a guardian, by the promises table', () =>
    withHttpServer(async (library) => {
      const child = await registerChildByHttp(library)
      const [careOf, phones, emails] = [
        'Hos Vagn',
        ['+4544440000', '+4544440001'],
        ['v1@example.org', 'v2@example.org'],
      ]
      const contact = {
        ...{ careOf, address: 'Værgevej 7', phones, mobileForNotices: phones[1], emails, emailForNotices: emails[1] },
      }
      expect((await registerGuardianByHttp(library, child, { contact })).status).toBe(200)
      await verifyEmailOfGuardian(library, child)
      await library.runningLibrary.catchUpReadModels()
      const guardianship = await guardianshipOf(library, child)
      const { text, body } = await exportOf(library, guardianship)
      expect(body.guardianships[0].kinds.guardian.data.verifiedEmails).toEqual([emails[1]])
      const { name, cpr, paperMonth, paperBranch } = guardianBody
      const valuesByMember: Readonly<Record<string, ReadonlyArray<string | undefined>>> = {
        ...{ name: [name], cpr: [cpr], guardianship: [guardianship] },
        ...{ 'details.careOf': [careOf], 'details.address': [contact.address], 'details.phones': phones },
        ...{
          'details.mobileForNotices': [phones[1]],
          'details.emails': emails,
          'details.emailForNotices': [emails[1]],
        },
        // Of an address that was verified, and of events of older folders, which have one address.
        ...{ verifiedEmails: [emails[1]], email: [emails[1]], 'details.email': [emails[1]] },
        ...{ 'paper.month': [paperMonth], 'paper.branch': [paperBranch] },
      }
      const { guardian, guardianCprNumber, guardianPaper } = kindsOfData
      const fields = [guardian, guardianCprNumber, guardianPaper].flatMap((kind: KindOfData) => kind.fields)
      const members = fields.flatMap((field) => field.members)
      expect(Object.keys(valuesByMember).sort()).toEqual([...members].sort())
      for (const value of Object.values(valuesByMember).flat()) expect(text).toContain(value)
    }))

  it('says of each kind why it is held, on what legal basis, and until when', () =>
    withDebtOfChild(async (library, _child, guardianship) => {
      const { kinds } = (await exportOf(library, guardianship)).body.guardianships[0]
      for (const { promise } of Object.values<{ readonly promise: Record<string, unknown> }>(kinds))
        for (const member of ['name', 'purpose', 'legalBasis', 'until'])
          expect(promise[member]).toEqual({ da: expect.stringMatching(/.{4}/), en: expect.stringMatching(/.{4}/) })
    }))

  it('has nothing of the record of the child, of an earlier guardian, or of anybody else', () =>
    withDebtOfChild(async (library, child, guardianship) => {
      const another = { name: 'Frida Fremmed', card: '2999999902', contact: { ...noContact, phones: ['+4533330000'] } }
      await registerBorrowerByHttp(library, another)
      const { text, body } = await exportOf(library, guardianship)
      const { contact, cpr, card } = childsOwn
      const canaries = [
        ...[cpr, card, contact.address, ...contact.phones, ...contact.emails, child],
        ...['Intern kanarie', 'Note kanarie', 'Den anden bog', '52557241'],
        ...[earlierGuardian.cpr, earlierGuardian.name, ...Object.values(earlierGuardian.contact).flat()],
        ...[another.name, another.card, ...another.contact.phones],
      ]
      for (const canary of canaries) expect(text).not.toContain(canary)
      const { messages } = body.guardianships[0].kinds.messages.data
      const reminder = (messages as ReadonlyArray<{ readonly about: string }>).find(({ about }) => about === 'recall')
      expect(reminder).toMatchObject({ channel: 'sms', sentTo: null, outcome: 'sent' })
    }))

  it('names no title from the age on from which it is the child’s own affair what it borrows', () =>
    withDebtOfChild(async (library, _child, guardianship) => {
      const { text, body } = await exportOf(library, guardianship)
      expect(text).not.toContain('Kanariebogen')
      expect(text).not.toContain('52557240')
      const { fees } = body.guardianships[0].kinds.outstandingBalance.data
      expect(fees).toMatchObject([{ settledOn: null }])
    }, '2010-02-03'))

  it('names the title of a fee of a younger child, as the page of the children does', () =>
    withDebtOfChild(async (library, _child, guardianship) => {
      expect((await exportOf(library, guardianship)).text).toContain('Kanariebogen')
    }))
})

describe('GDPR Article 20: the data of a guardian', () => {
  it('is a file whose name tells nothing, for guardians alone, and of the guardianships of the caller that have not ended', () =>
    withDebtOfChild(async (library, child, guardianship) => {
      const read = await exportOf(library, guardianship)
      expect(read.headers.get('content-disposition')).toBe('attachment; filename="guardian-data.json"')
      for (const as of [staffUser, auditorUser, administratorUser, borrowerUser(child)])
        expect((await library.send('GET', '/me/guardianships/data', { as })).status).toBe(403)
      const unknown = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as GuardianshipId
      expect((await exportOf(library, unknown)).body.guardianships).toEqual([])
      await registerGuardianByHttp(library, child, earlierGuardian)
      expect((await exportOf(library, guardianship)).body.guardianships).toEqual([])
    }))
})
