import {
  changeGuardianByHttp,
  guardianshipOf,
  otherGuardianCpr,
  registerChildByHttp,
  registerGuardianByHttp,
} from '../../adapters/interfaces/http/guardian-steps'
import { acquireCopyByHttp, lendCopyByHttp } from '../../adapters/interfaces/http/http-steps'
import { borrowerUser, guardianUser, staffUser } from '../../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { day } from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { moveClockTo } from '../use-case-steps'
import { hourMs, visit } from './email-link-steps'
import { askForLink, contactWith, correct, email, readOwn, verifiedEmails, withVera } from './guardian-email-steps'
import { noticesTo } from './notice-steps'

describe('an e-mail of a guardian', () => {
  it('is verified by the button of the page to which the mailed link leads, and by nothing else', () =>
    withVera(async ({ library, vera, links }) => {
      const [link = ''] = await links()
      for (const method of ['GET', 'HEAD', 'GET'] as const) {
        expect((await visit(library, method, link)).status).toBe(200)
        expect(await verifiedEmails(library, vera)).toEqual([])
      }
      expect((await visit(library, 'POST', link)).status).toBe(200)
      expect(await verifiedEmails(library, vera)).toEqual([email])
      expect((await visit(library, 'POST', link)).status).toBe(404)
      const { events } = await readBothLogs(library.runningLibrary)
      expect(events.filter(({ type }) => type === 'GuardianEmailVerified')).toHaveLength(1)
    }))

  it('gets a mail and a page that name neither the guardian nor the child: the address may be that of a stranger', () =>
    withVera(async ({ library, bo, vera, links, server }) => {
      const [link = ''] = await links()
      const [mail] = server.taken
      expect(mail).toMatchObject({ address: email, subject: 'Bekræft din e-mailadresse' })
      const pages = [await visit(library, 'GET', link), await visit(library, 'POST', link)]
      for (const text of [mail?.subject, mail?.text, ...pages.map((page) => page.text)])
        for (const name of ['Bo', 'Barn', 'Vera', 'Værge,', 'Værgevej', email, bo, vera])
          expect(text).not.toContain(name)
      expect(mail?.text).toContain('Kære værge.')
    }))

  it('gets no message on the balance until it is verified: as if the guardian had no such address', () =>
    withVera(async ({ library, bo, vera, links, server }) => {
      await correct(library, vera, { ...contactWith(email), mobileForNotices: null })
      await links()
      await lendCopyByHttp(library, await acquireCopyByHttp(library), bo)
      await moveClockTo(library.runningLibrary, day('2026-02-11'))
      await library.runningLibrary.messages.sendPending(server.senders)
      rightOrThrow(await library.runningLibrary.catchUpReadModels())
      expect(server.taken.map(({ subject }) => subject)).toEqual(['Bekræft din e-mailadresse'])
      const { letters } = (await library.send('GET', '/messages/letters', { as: staffUser })).body
      expect(letters).toMatchObject([{ name: 'Vera Værge', address: 'Værgevej 7' }])
    }))

  it('gets a link when staff register or correct it, and when the guardian does, and none when something else changes', () =>
    withVera(async ({ library, bo, vera, links, server }) => {
      await correct(library, vera, { ...contactWith(email), address: 'Værgevej 8' })
      expect(await links()).toHaveLength(1)
      await correct(library, vera, contactWith('vera@work.example'))
      expect(await links()).toHaveLength(2)
      await registerGuardianByHttp(library, bo, { contact: contactWith('vera@home.example') })
      expect(await links()).toHaveLength(3)
      await correct(library, vera, contactWith('vera@right.example'), staffUser)
      const [, , , link = ''] = await links()
      expect(server.taken.map(({ address }) => address)).toEqual([email, 'vera@work.example', 'vera@home.example', 'vera@right.example']) // prettier-ignore
      await visit(library, 'POST', link)
      expect(await verifiedEmails(library, vera)).toEqual(['vera@right.example'])
    }))

  it('gets no link when it was put right before the mail went out', () =>
    withVera(async ({ library, bo, vera, links, server }) => {
      await correct(library, vera, contactWith('vera@right.example'))
      expect(await links()).toHaveLength(1)
      expect(server.taken.map(({ address }) => address)).toEqual(['vera@right.example'])
      expect(await noticesTo(library.runningLibrary, bo)).toContain('2026-01 verifyEmail failed')
    }))

  it('that was verified is verified for one child alone: a guardian of two confirms for each, by two links', () =>
    withVera(async ({ library, vera, links }) => {
      const ida = await registerChildByHttp(library, { name: 'Ida Barn' })
      await registerGuardianByHttp(library, ida)
      const ofIda = await guardianshipOf(library, ida)
      const [first = '', second = ''] = await links()
      expect(ofIda).not.toBe(vera)
      await visit(library, 'POST', second)
      const verified = [await verifiedEmails(library, vera), await verifiedEmails(library, ofIda)]
      expect(verified.filter((emails) => emails.length > 0)).toHaveLength(1)
      await visit(library, 'POST', first)
      expect([await verifiedEmails(library, vera), await verifiedEmails(library, ofIda)]).toEqual([[email], [email]])
    }))

  it('is not verified by the link of an earlier guardian with the same address, nor once nobody is the guardian', () =>
    withVera(async ({ library, bo, links }) => {
      const [link = ''] = await links()
      await registerGuardianByHttp(library, bo, { cpr: otherGuardianCpr, name: 'Ulf Værge' })
      const [, ofUlf = ''] = await links()
      const ulf = await guardianshipOf(library, bo)
      expect((await visit(library, 'POST', link)).status).toBe(404)
      expect(await verifiedEmails(library, ulf)).toEqual([])
      await changeGuardianByHttp(library, 'DELETE', bo)
      expect((await visit(library, 'POST', ofUlf)).status).toBe(404)
      expect((await visit(library, 'POST', `${ofUlf}/new-link`)).text).toContain('nothing to confirm')
      expect(await links()).toHaveLength(2)
    }))

  it('gets a new link after 24 hours, five at most until a day has passed, and the child has five of their own', () =>
    withVera(async ({ library, bo, vera, links, pass }) => {
      const [link = ''] = await links()
      pass(24.5 * hourMs)
      expect((await visit(library, 'POST', link)).status).toBe(404)
      expect((await visit(library, 'POST', `${link}/new-link`)).text).toContain('on its way')
      for (let time = 0; time < 4; time += 1) expect((await askForLink(library, vera)).status).toBe(200)
      expect((await askForLink(library, vera, { as: staffUser })).status).toBe(429)
      expect(await links()).toHaveLength(6)
      const contact = contactWith('bo@example.dk')
      const path = `/borrowers/${bo}/contact`
      const etag = (await library.send('GET', path, { as: staffUser })).headers.get('etag') ?? ''
      await library.send('PUT', path, { as: borrowerUser(bo), headers: { 'If-Match': etag }, body: contact })
      expect(await links()).toHaveLength(7)
    }))

  it('gets a link for the guardian and staff alone, and none where there is nothing to verify', () =>
    withVera(async ({ library, bo, vera, links }) => {
      const [link = ''] = await links()
      expect((await askForLink(library, vera, { as: borrowerUser(bo) })).status).toBe(403)
      expect((await askForLink(library, vera, { as: guardianUser([]) })).status).toBe(403)
      await visit(library, 'POST', link)
      expect((await askForLink(library, vera)).status).toBe(422)
      await changeGuardianByHttp(library, 'DELETE', bo)
      expect((await askForLink(library, vera, { as: staffUser })).status).toBe(404)
    }))

  it('gets no link from the 18th birthday of the child on: nothing new reaches the guardian', () =>
    withVera(async ({ library, vera, links }) => {
      expect(await links()).toHaveLength(1)
      await correct(library, vera, contactWith('vera@work.example'))
      await moveClockTo(library.runningLibrary, day('2026-01-10'))
      expect(await links()).toHaveLength(1)
      expect((await askForLink(library, vera)).status).toBe(422)
    }, '2008-01-10'))

  it('stands in the record of the child as a notice of the month to the guardian, without its link', () =>
    withVera(async ({ library, bo, vera, links }) => {
      const [link = ''] = await links()
      rightOrThrow(await library.runningLibrary.catchUpReadModels())
      const { body } = await library.send('GET', '/me/messages', { as: borrowerUser(bo) })
      expect(body.notices).toContainEqual(
        expect.objectContaining({
          kind: 'verifyEmail',
          madeIn: '2026-01',
          isToGuardian: true,
          sentTo: email,
          text: null,
        }),
      )
      const held = JSON.stringify((await library.send('GET', '/me/data', { as: borrowerUser(bo) })).body)
      for (const text of [link.slice(-32), vera]) expect(held).not.toContain(text)
      expect((await readOwn(library, vera)).body.guardian.contact.emailForNotices).toBe(email)
    }))
})

describe('a child who is erased', () => {
  it('leaves nothing of a link to the guardian in the short-term store', () =>
    withVera(async ({ library, bo, links }) => {
      const [link = ''] = await links()
      const { shortTerm, retention } = library.runningLibrary
      expect(rightOrThrow(await shortTerm.countOfSubject(bo)())).toBeGreaterThan(2)
      expect((await library.send('DELETE', `/borrowers/${bo}`, { as: staffUser })).status).toBe(202)
      await retention.run()
      expect(rightOrThrow(await shortTerm.countOfSubject(bo)())).toBe(0)
      const gone = await visit(library, 'POST', link)
      expect([gone.status, gone.text]).toEqual([404, expect.not.stringContaining('new-link')])
    }))
})
