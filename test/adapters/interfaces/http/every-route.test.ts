import { createStandInCameras } from '../../../../adapters/outside/cameras/stand-in-cameras'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import {
  administer,
  holdBorrower,
  consentToLoanHistory,
  lendAndUndo,
  setAndRemoveAbsence,
  recordAnswered,
  resolveOfflineCase,
  settleFees,
} from './every-route-steps'
import { registerAndRemoveGuardian } from './every-route-guardian-steps'
import { putBorrowerRight, readDataOnBorrower } from './every-route-borrower-steps'
import { samePolicyEachDay } from '../../../../domain/policy/policy-by-day'
import { policyWithCollector } from '../../../e2e/collection/collection-steps'
import { collectAndRecallBill } from './every-route-of-collection'
import { recordAndViewVideo, yesterdayOf } from './every-route-of-video'
import { printNoticeLetter, readMessagesAndPrintLetter } from './every-route-of-messages'
import { acquireCopyByHttp, testBranch, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { administratorUser, machineUser, borrowerUser, withHttpServer, staffUser, type Reply } from './with-http-server'

const title = '52557240'

const ifMatchOf = (reply: Reply) => ({ 'If-Match': reply.headers.get('etag') ?? '' })

describe('every route', () => {
  it('answers as the OpenAPI description says', () =>
    withHttpServer(
      async (library) => {
        const answered = new Set<string>()
        const ask = recordAnswered(library, answered)
        const [anna, bo] = [
          await registerBorrowerByHttp(library, { card: '2111111111' }),
          await registerBorrowerByHttp(library),
        ]
        const copy = await acquireCopyByHttp(library)
        const other = await acquireCopyByHttp(library, { title: '52557241' })
        answered.add('post /borrowers').add('post /copies').add('post /website-registrations')
        // The website registers in test/adapters/interfaces/site, a guardian pays in test/e2e/online-payment.
        const ofGuardian = '/guardianships/:guardianship/payments'
        answered.add(`post ${ofGuardian}`).add(`get ${ofGuardian}`).add(`post ${ofGuardian}/:payment/confirmation`)

        await ask('GET', `/titles/${title}`, '/titles/:title')
        await ask('GET', `/copies/${copy}`, '/copies/:copy')
        for (const path of ['/policy', '/branches']) await ask('GET', path, path)
        await ask('GET', '/titles?q=fald', '/titles')
        const left = await ask('GET', `/branches/${testBranch}/copies-left`, '/branches/:branch/copies-left')
        expect(left.body.copies).toHaveLength(2)

        await lendAndUndo(ask, copy, anna)
        await lendCopyByHttp(library, copy, anna)
        await ask('GET', `/borrowers/${anna}/lending`, '/borrowers/:borrower/lending')
        const mine = (await ask('GET', '/me', '/me', { as: borrowerUser(anna) })).body
        await ask('GET', '/me/renewals', '/me/renewals', { as: borrowerUser(anna) })
        await ask('POST', '/clock/forward', '/clock/forward', { as: administratorUser, body: { to: '2026-01-30' } })
        const running = mine.loans.find(({ endedOn }: { readonly endedOn: string | null }) => endedOn === null)
        await ask('POST', `/loans/${running.loan}/renew`, '/loans/:loan/renew', { as: machineUser, body: {} })

        const queue = `/titles/${title}/reservations`
        const reservationPath = '/titles/:title/reservations/:reservation'
        const reserve = () =>
          ask('POST', queue, '/titles/:title/reservations', { as: borrowerUser(bo), body: { borrower: bo } })
        const first = (await reserve()).body.reservation
        const read = await ask('GET', `${queue}/${first}`, reservationPath, { as: borrowerUser(bo) })
        expect(read.body).toMatchObject({ queueNumber: 1, pickUpNumber: null })
        await ask('PATCH', `${queue}/${first}`, reservationPath, {
          headers: ifMatchOf(read),
          body: { interestUntil: '2026-05-01' },
        })
        const stale = await library.send('PATCH', `${queue}/${first}`, {
          as: staffUser,
          headers: ifMatchOf(read),
          body: { interestUntil: '2026-05-02' },
        })
        expect(stale.status).toBe(412)
        await ask('DELETE', `${queue}/${first}`, reservationPath)
        const parallel = { as: borrowerUser(bo), body: { titles: ['52557242', '52557243'] } }
        for (const each of parallel.body.titles) await acquireCopyByHttp(library, { title: each, branch: 'DK-785101' })
        const parallelPath = '/borrowers/:borrower/parallel-reservations'
        await ask('POST', `/borrowers/${bo}/parallel-reservations`, parallelPath, parallel)
        await ask('PATCH', `${queue}/${(await reserve()).body.reservation}`, reservationPath, {
          body: { pickUpBranch: 'DK-785101' },
        })

        const { after } = (
          await ask('POST', `/copies/${copy}/return`, '/copies/:copy/return', { body: { branch: testBranch } })
        ).body
        const status = (await library.send('GET', `/copies/${copy}?after=${after}`)).body.status
        expect(status).toBe('inTransit')
        await ask('POST', `/copies/${copy}/arrive`, '/copies/:copy/arrive', { body: { branch: 'DK-785101' } })
        const pickUpShelf = await ask('GET', '/pick-up-shelf/DK-785101', '/pick-up-shelf/:branch')
        expect(pickUpShelf.body.copies).toMatchObject([{ copy, borrower: bo }])
        await ask('POST', `/copies/${copy}/send`, '/copies/:copy/send', { body: { to: testBranch } })
        await ask('GET', `/set-aside/${testBranch}`, '/set-aside/:branch')
        await ask('POST', `/copies/${copy}/withdraw`, '/copies/:copy/withdraw')

        const fetched = await acquireCopyByHttp(library, { title: '52557245', shelfMark: '86 Jensen' })
        await ask('POST', `/copies/${fetched}/shelf-mark`, '/copies/:copy/shelf-mark', { body: { shelfMark: '86' } })
        const wanted = await library.send('POST', '/titles/52557245/reservations', {
          as: staffUser,
          body: { borrower: bo },
        })
        const pullList = `/pull-list/${testBranch}`
        const toFetch = await ask('GET', `${pullList}?after=${wanted.body.after}`, '/pull-list/:branch')
        expect(toFetch.body.copies).toMatchObject([{ copy: fetched, shelfMark: '86', borrower: bo }])
        await ask('POST', `${pullList}/${fetched}/not-found`, '/pull-list/:branch/:copy/not-found')
        await ask('POST', `${pullList}/${fetched}/found`, '/pull-list/:branch/:copy/found')
        await ask('POST', `/copies/${fetched}/missing`, '/copies/:copy/missing')
        expect((await ask('GET', '/missing-copies', '/missing-copies')).body.copies).toMatchObject([{ copy: fetched }])

        await ask('POST', '/borrowers/look-up', '/borrowers/look-up', { body: { card: '2111111111' } })
        await ask('POST', '/net-media/look-up', '/net-media/look-up', { body: { card: '2111111111' } })
        await ask('GET', `/borrowers/${anna}/net-media`, '/borrowers/:borrower/net-media')
        const contactPath = `/borrowers/${anna}/contact`
        const contact = await ask('GET', contactPath, '/borrowers/:borrower/contact')
        const emails = { emails: ['ingen@example.dk'], emailForNotices: 'ingen@example.dk' }
        const details = { ...contact.body, ...emails, address: 'Vejen 1, 9000 Aalborg' }
        const unmatched = await library.send('PUT', contactPath, { as: staffUser, body: details })
        expect(unmatched.status).toBe(428)
        await ask('PUT', contactPath, '/borrowers/:borrower/contact', { headers: ifMatchOf(contact), body: details })
        const late = await library.send('PUT', contactPath, {
          as: staffUser,
          headers: ifMatchOf(contact),
          body: details,
        })
        expect(late.status).toBe(412)
        await ask('POST', `/borrowers/${anna}/email-links`, '/borrowers/:borrower/email-links')
        const preferences = await ask('GET', `/borrowers/${anna}/preferences`, '/borrowers/:borrower/preferences')
        await ask('PUT', `/borrowers/${anna}/preferences`, '/borrowers/:borrower/preferences', {
          headers: ifMatchOf(preferences),
          body: { ...preferences.body, language: 'en' },
        })
        const notes = await ask('GET', `/borrowers/${anna}/notes`, '/borrowers/:borrower/notes')
        await ask('PUT', `/borrowers/${anna}/notes`, '/borrowers/:borrower/notes', {
          headers: ifMatchOf(notes),
          body: { internalNote: 'Ringede om sit lån', noteToBorrower: null },
        })
        const notesRequest = `/borrowers/${anna}/notes-request`
        await ask('POST', notesRequest, '/borrowers/:borrower/notes-request')
        expect((await ask('GET', '/notes-requests', '/notes-requests')).body.requests).toHaveLength(1)
        await ask('POST', `${notesRequest}/answer`, '/borrowers/:borrower/notes-request/answer', {
          body: { given: 'Ringede om sit lån', withheldBecause: null },
        })
        await ask('GET', notesRequest, '/borrowers/:borrower/notes-request')
        const block = await ask('POST', `/borrowers/${anna}/blocks`, '/borrowers/:borrower/blocks', {
          body: { reason: 'U', note: null },
        })
        await ask('DELETE', `/borrowers/${anna}/blocks/${block.body.block}`, '/borrowers/:borrower/blocks/:block')

        const secondLoan = await lendCopyByHttp(library, other, anna)
        const third = await acquireCopyByHttp(library, { title: '52557242' })
        await lendCopyByHttp(library, third, anna)
        await ask('POST', '/clock/forward', '/clock/forward', { as: administratorUser, body: { to: '2026-03-10' } })
        expect((await ask('GET', '/estates', '/estates')).body.estates).toEqual([])
        await ask('GET', '/accesses', '/accesses', { as: administratorUser })
        expect((await ask('GET', '/overdue', '/overdue')).body.loans).toHaveLength(2)
        expect(secondLoan.status).toBe(201)
        const claimPath = `/loans/${secondLoan.body.loan}/claimed-returned`
        await ask('POST', claimPath, '/loans/:loan/claimed-returned', { body: {} })
        expect((await ask('GET', '/claimed-returned', '/claimed-returned')).body.loans).toHaveLength(1)
        await ask('DELETE', claimPath, '/loans/:loan/claimed-returned')
        const back = await ask('POST', `/copies/${other}/return`, '/copies/:copy/return', {
          body: { branch: testBranch },
        })
        const owed = await ask('GET', `/borrowers/${anna}/fees?after=${back.body.after}`, '/borrowers/:borrower/fees')
        expect(owed.body).toMatchObject({ balance: { owed: 6000 }, fees: [{ kind: 'lateness', amount: 6000 }] })
        const [{ fee, amount }] = owed.body.fees
        const payment = { order: 'order-1', fees: [fee], amount }
        const pay = (body: object, who = anna) =>
          library.send('POST', `/borrowers/${who}/payments`, { as: staffUser, body })
        expect((await pay({ ...payment, amount: 1 })).status).toBe(422)
        const paid = await ask('POST', `/borrowers/${anna}/payments`, '/borrowers/:borrower/payments', {
          body: payment,
        })
        expect((await pay(payment)).body.payment).toBe(paid.body.payment)
        expect((await pay({ ...payment, amount: 1 })).status).toBe(409)
        await ask('POST', '/clock/forward', '/clock/forward', { as: administratorUser, body: { to: '2026-03-12' } })
        expect((await pay(payment)).body.payment).toBe(paid.body.payment)

        await ask('POST', '/clock/forward', '/clock/forward', { as: administratorUser, body: { to: '2026-04-20' } })
        expect((await library.send('GET', `/copies/${third}`)).body.status).toBe('lost')
        await readMessagesAndPrintLetter(library, ask, anna)
        for (const step of [collectAndRecallBill, printNoticeLetter]) await step(library, ask, anna)
        await settleFees(library, ask, anna, third)
        await resolveOfflineCase(library, ask, third)
        for (const step of [holdBorrower, consentToLoanHistory, putBorrowerRight, setAndRemoveAbsence])
          await step(ask, bo)
        await registerAndRemoveGuardian(library, ask)
        await administer(library, ask, title, copy)
        await recordAndViewVideo(ask, yesterdayOf(library))
        await readDataOnBorrower(ask, anna)
        await ask('DELETE', `/borrowers/${anna}`, '/borrowers/:borrower', { as: borrowerUser(anna) })
        const all = routes.map(({ method, path }) => `${method} ${path}`)
        expect(all.filter((route) => !answered.has(route))).toEqual([])
      },
      undefined,
      { policy: samePolicyEachDay(policyWithCollector), livePictures: createStandInCameras(Date.now) },
    ))
})
