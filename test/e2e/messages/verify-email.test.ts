import { changeBorrower } from '../../../domain/use-cases/change-borrower'
import type { BorrowerId } from '../../../domain/values/ids'
import { acquireCopyByHttp } from '../../adapters/interfaces/http/http-steps'
import { asStaff, reserve, scan } from '../../adapters/interfaces/http/staff-steps'
import { borrowerUser, staffUser, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { nowOnce } from '../use-case-steps'
import { change, email, mailbox, verifiedEmails, visit, withAnna } from './email-link-steps'
import { contactByEmail } from './message-steps'
import { noticesTo, type mailServer } from './notice-steps'

type MailServer = ReturnType<typeof mailServer>

describe('an e-mail that is marked for notices', () => {
  it('is verified by the button of the page to which the mailed link leads, and by nothing else', () =>
    withAnna(async ({ library, anna, links }) => {
      const [link = ''] = await links()
      for (const method of ['GET', 'HEAD', 'GET'] as const) {
        const page = await visit(library, method, link)
        expect(page.status).toBe(200)
        expect(await verifiedEmails(library, anna)).toEqual([])
      }
      const page = await visit(library, 'GET', link)
      expect(page.text).toContain(`<form method="post" action="${link}">`)
      expect(page.text).not.toContain(email)
      expect((await visit(library, 'GET', link, 'da')).text).toContain('Bekræft din e-mailadresse')
      const confirmed = await visit(library, 'POST', link)
      expect([confirmed.status, confirmed.text]).toEqual([200, expect.stringContaining('is confirmed')])
      expect(await verifiedEmails(library, anna)).toEqual([email])
      const { events } = await readBothLogs(library.runningLibrary)
      expect(events.filter(({ type }) => type === 'EmailVerified')).toHaveLength(1)
    }))

  /** Reserves a copy for a borrower, which becomes ready, and sends what is pending. */
  const sendThatCopyIsReady = async (library: ServedLibrary, borrower: BorrowerId, { senders }: MailServer) => {
    const staff = asStaff(library)
    const copy = await acquireCopyByHttp(library)
    await reserve(staff, borrower)
    await scan(staff, copy)
    rightOrThrow(await library.runningLibrary.catchUpReadModels())
    await library.runningLibrary.messages.sendPending(senders)
    rightOrThrow(await library.runningLibrary.catchUpReadModels())
    return (await library.send('GET', '/me/messages', { as: borrowerUser(borrower) })).body.messages
  }

  it('gets no message until it is verified: as if there were no e-mail', () =>
    withAnna(async ({ library, anna }) => {
      const { server, links } = mailbox(library)
      await links()
      const [message] = await sendThatCopyIsReady(library, anna, server)
      expect(message).toMatchObject({ kind: 'readyForPickUp', state: 'noContactInformation', sentTo: null })
      expect(server.taken.map(({ subject }) => subject)).toEqual(['Bekræft din e-mailadresse'])
    }))

  it('gets messages once it is verified', () =>
    withAnna(async ({ library, anna }) => {
      const { server, links } = mailbox(library)
      const [link = ''] = await links()
      await visit(library, 'POST', link)
      const [message] = await sendThatCopyIsReady(library, anna, server)
      expect(message).toMatchObject({ kind: 'readyForPickUp', state: 'sent', channel: 'email', sentTo: email })
    }))

  it('gets a mail that holds no personal data but the link, recorded as a notice with its month', () =>
    withAnna(async ({ library, anna }) => {
      const { server, links } = mailbox(library)
      await links()
      const [mail] = server.taken
      expect(mail).toMatchObject({ address: email, subject: 'Bekræft din e-mailadresse' })
      for (const text of ['Ingen Bestemt', 'Vejen 1', '20123456', email]) expect(mail?.text).not.toContain(text)
      expect(await noticesTo(library.runningLibrary, anna)).toContain('2026-01 verifyEmail sent')
    }))

  it('gets one link when it is new, and none when something else changes', () =>
    withAnna(async ({ library, anna, links }) => {
      expect(await links()).toHaveLength(1)
      await change(library, anna, { ...contactByEmail, address: 'Vejen 2' })
      expect(await links()).toHaveLength(1)
      const two = { ...contactByEmail, emails: [email, 'anna@work.example'] }
      await change(library, anna, two)
      expect(await links()).toHaveLength(1)
      await change(library, anna, { ...two, emailForNotices: 'anna@work.example' })
      expect(await links()).toHaveLength(2)
    }))

  it('gets no link when it was put right before the mail went out: the wrong address may be that of a stranger', () =>
    withAnna(async ({ library, anna }) => {
      const right = 'anna@right.example'
      await change(library, anna, { ...contactByEmail, emails: [right], emailForNotices: right })
      const { server, links } = mailbox(library)
      expect(await links()).toHaveLength(1)
      expect(server.taken.map(({ address }) => address)).toEqual([right])
      expect(await noticesTo(library.runningLibrary, anna)).toContain('2026-01 verifyEmail failed')
    }))

  it('needs no link again when it was verified before and is marked anew', () =>
    withAnna(async ({ library, anna, links }) => {
      const [link = ''] = await links()
      await visit(library, 'POST', link)
      await change(library, anna, { ...contactByEmail, emailForNotices: null })
      await change(library, anna, contactByEmail)
      expect(await links()).toHaveLength(1)
      expect(await verifiedEmails(library, anna)).toEqual([email])
    }))
})

describe('a borrower who is erased', () => {
  it('leaves nothing of a link in the short-term store', () =>
    withAnna(async ({ library, anna }) => {
      const { shortTerm, retention, useCaseDependencies } = library.runningLibrary
      expect(rightOrThrow(await shortTerm.countOfSubject(anna)())).toBeGreaterThan(2)
      expect((await library.send('DELETE', `/borrowers/${anna}`, { as: staffUser })).status).toBe(202)
      await retention.run()
      expect(rightOrThrow(await shortTerm.countOfSubject(anna)())).toBe(0)
      const verify = { type: 'VerifyEmail', borrower: anna, email } as const
      const late = await changeBorrower(useCaseDependencies)(anna, nowOnce(library.runningLibrary))(() => verify)()
      expect(late._tag).toBe('Left')
    }))
})
