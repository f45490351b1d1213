import { administratorUser, staffUser, withHttpServer } from './with-http-server'
import { registerBorrowerByHttp } from './http-steps'

const contact = {
  careOf: null,
  address: null,
  phones: [] as ReadonlyArray<unknown>,
  mobileForNotices: null,
  emails: [],
  emailForNotices: null,
}
const person = {
  ...{ name: 'Ingen Bestemt', cpr: null, group: 'adult', municipality: '851', homeBranch: 'DK-785100' },
  ...{ language: 'da', birthDate: null, card: '2000001234', pin: null, contact },
}
const wrongMembers = (count: number): ReadonlyArray<number> => Array.from({ length: count }, () => 1)

describe('a body with very many mistakes', () => {
  it('is refused by the number of list members, without one error for each of them', () =>
    withHttpServer(async (library) => {
      const phones = wrongMembers(31_000)
      const { status, body } = await library.send('POST', '/borrowers', {
        as: staffUser,
        body: { ...person, contact: { ...contact, phones } },
      })
      expect(status).toBe(400)
      expect(body.errors).toEqual([
        { in: 'body', pointer: '/contact/phones', detail: 'skal være en liste på højst 10' },
      ])
    }))

  it('is refused likewise where a payment names too many fees', () =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const { status, body } = await library.send('POST', `/borrowers/${borrower}/payments`, {
        as: staffUser,
        body: { order: 'till-1', fees: wrongMembers(31_000), amount: 100 },
      })
      expect(status).toBe(400)
      expect(body.errors).toMatchObject([{ pointer: '/fees', detail: 'skal være en liste på højst 200' }])
    }))

  it.each([
    ['unknown members', () => Object.fromEntries(wrongMembers(5000).map((_, at) => [`m${String(at)}`, 1]))],
    ['wrong members of a list that is short enough', () => ({ order: 'till-1', fees: wrongMembers(150), amount: 100 })],
  ])('is answered with twenty errors at most: %s', (_what, makeBody) =>
    withHttpServer(async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const { status, body, text } = await library.send('POST', `/borrowers/${borrower}/payments`, {
        as: staffUser,
        body: makeBody(),
      })
      expect(status).toBe(400)
      expect(body.errors).toHaveLength(20)
      expect(text.length).toBeLessThan(5000)
    }),
  )

  it('is answered with twenty errors at most when the query is wrong', () =>
    withHttpServer(async ({ send }) => {
      const query = Array.from({ length: 60 }, (_, at) => `q${String(at)}=1`).join('&')
      const { status, body } = await send('GET', `/retention?${query}`, { as: administratorUser })
      expect(status).toBe(400)
      expect(body.errors).toHaveLength(20)
    }))
})
