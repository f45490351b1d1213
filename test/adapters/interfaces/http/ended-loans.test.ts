import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { administratorUser, borrowerUser, machineUser, staffUser, withHttpServer } from './with-http-server'

const headers = { 'Accept-Language': 'en' }

describe('a loan that has ended', () => {
  it('is called so when it is renewed: returned, returned and lent again, billed as lost, by whoever asks', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const lend = async () => {
        const copy = await acquireCopyByHttp(library)
        return { copy, loan: (await lendCopyByHttp(library, copy, anna)).body.loan as string }
      }
      const giveBack = (copy: string) =>
        library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      const renew = async (loan: string, as = staffUser) => {
        const { status, body } = await library.send('POST', `/loans/${loan}/renew`, { as, headers, body: {} })
        return [status, body.because, body.detail]
      }
      const ended = [409, 'loanEnded', 'The loan has ended.']
      const [returned, lentAgain, lost] = [await lend(), await lend(), await lend()]
      await giveBack(returned.copy)
      await giveBack(lentAgain.copy)
      await lendCopyByHttp(library, lentAgain.copy, await registerBorrowerByHttp(library))
      expect(await renew(returned.loan)).toEqual(ended)
      expect(await renew(returned.loan, machineUser)).toEqual(ended)
      expect(await renew(returned.loan, borrowerUser(anna))).toEqual(ended)
      expect(await renew(lentAgain.loan)).toEqual(ended)
      await library.send('POST', '/clock/forward', { as: administratorUser, body: { to: '2026-04-01' } })
      expect(await renew(lost.loan)).toEqual(ended)
    }))

  it('is called so when it is undone, and a loan of another copy too', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const [copy, other] = [await acquireCopyByHttp(library), await acquireCopyByHttp(library)]
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      const undo = async (named: string) => {
        const sending = { as: staffUser, headers, body: { copy: named, branch: testBranch } }
        const { status, body } = await library.send('POST', `/loans/${String(loan)}/undo`, sending)
        return [status, body.detail, body.errors?.[0].pointer]
      }
      expect(await undo(other)).toEqual([422, 'The loan is of another copy.', '/copy'])
      await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      expect(await undo(copy)).toEqual([409, 'The loan has ended.', undefined])
      await lendCopyByHttp(library, copy, await registerBorrowerByHttp(library))
      expect(await undo(copy)).toEqual([409, 'The loan has ended.', undefined])
    }))
})

describe('a birth date', () => {
  it.each([
    ['0001-01-01', 'must not lie more than 130 years back'],
    ['1895-01-01', 'must not lie more than 130 years back'],
    ['2026-03-01', 'must not lie in the future'],
    ['9999-12-31', 'must not lie in the future'],
    ['1980-02-30', 'must be a day that exists in the calendar, as YYYY-MM-DD, such as 2026-11-22'],
  ])('that nobody alive can have is refused: %s', (birthDate, detail) =>
    withHttpServer(async ({ send }) => {
      const contact = {
        careOf: null,
        address: null,
        phones: [],
        mobileForNotices: null,
        emails: [],
        emailForNotices: null,
      }
      const person = { name: 'Ann Example', cpr: null, group: 'adult', municipality: null, homeBranch: testBranch }
      const body = { ...person, language: 'en', contact, card: '2000001234', pin: null, birthDate }
      const reply = await send('POST', '/borrowers', { as: staffUser, headers, body })
      expect([reply.status, reply.body.errors]).toEqual([400, [{ in: 'body', pointer: '/birthDate', detail }]])
    }),
  )
})
