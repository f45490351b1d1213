import { registerBorrowerByHttp } from './http-steps'
import { borrowerUser, machineUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

const full = {
  careOf: 'c/o Bo',
  address: 'Havnegade 1, 9000 Aalborg',
  phones: ['98123456', '+4520123456'],
  mobileForNotices: '+4520123456',
  emails: ['anna@work.example', 'anna@home.example'],
  emailForNotices: 'anna@home.example',
}

/** Changes the contact details at their present version. */
const change = async ({ send }: ServedLibrary, borrower: string, body: object, as = staffUser) => {
  const path = `/borrowers/${borrower}/contact`
  const etag = (await send('GET', path, { as: staffUser })).headers.get('etag') ?? ''
  return send('PUT', path, { as, headers: { 'If-Match': etag }, body })
}

describe('contact details', () => {
  it('have several phones and e-mails, one of each for notices, and a c/o address; the borrower changes them all', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      expect((await change(library, anna, full, borrowerUser(anna))).status).toBe(200)
      const read = await library.send('GET', `/borrowers/${anna}/contact`, { as: borrowerUser(anna) })
      expect(read.body).toEqual(full)
      const overview = await library.send('GET', '/me', { as: borrowerUser(anna) })
      expect(overview.body).toMatchObject({ contact: full, verifiedEmails: [] })
    }))

  it.each([
    ['phones', { phones: ['98123456', 'no phone'] }, '/phones/1'],
    ['mobileForNotices', { mobileForNotices: '11111111' }, '/mobileForNotices'],
    ['emails', { emails: ['anna@home.example', 'anna@'] }, '/emails/1'],
    ['emailForNotices', { emailForNotices: 'bo@home.example' }, '/emailForNotices'],
    ['email', { email: 'anna@home.example' }, '/email'],
    ['emails', { emails: Array.from({ length: 6 }, (_, at) => `a${String(at)}@home.example`) }, '/emails'],
  ])('with a wrong value of %s are refused beside it: %j', (_member, wrong, pointer) =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      for (const language of ['da', 'en']) {
        const path = `/borrowers/${anna}/contact`
        const etag = (await library.send('GET', path, { as: staffUser })).headers.get('etag') ?? ''
        const headers = { 'If-Match': etag, 'Accept-Language': language }
        const refused = await library.send('PUT', path, { as: staffUser, headers, body: { ...full, ...wrong } })
        expect(refused.status).toBe(400)
        expect(refused.body.errors).toMatchObject([{ in: 'body', pointer }])
      }
    }),
  )
})

describe('a borrower', () => {
  it('changes contact details, preferences, absence and PIN, and nothing else of the record', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const bo = await registerBorrowerByHttp(library)
      const forbidden = [
        ['PUT', 'identity'],
        ['PUT', 'notes'],
        ['POST', 'blocks'],
        ['POST', 'cards'],
        ['PUT', 'guardian'],
      ] as const
      for (const [method, part] of forbidden)
        expect((await library.send(method, `/borrowers/${anna}/${part}`, { as: borrowerUser(anna), body: {} })).status).toBe(403) // prettier-ignore
      expect((await change(library, bo, full, borrowerUser(anna))).status).toBe(403)
      expect((await change(library, anna, full, machineUser)).status).toBe(403)
    }))
})
