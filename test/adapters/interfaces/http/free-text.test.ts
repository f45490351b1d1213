import fc from 'fast-check'
import { containsCpr } from '../../../../domain/values/contains-cpr'
import { freeTextCodec } from '../../../../adapters/interfaces/http/codecs/free-text-codec'
import { testBranch } from './http-steps'
import { withHttpServer, staffUser, type ServedLibrary } from './with-http-server'

const nobodys = '0101585000'
const scripts = [0x30, 0x660, 0x966, 0xff10, 0x1d7ce]
const contact = { careOf: null, address: null, phones: [], mobileForNotices: null, emails: [], emailForNotices: null }

const registering = ({ send }: ServedLibrary, more: object) =>
  send('POST', '/borrowers', {
    as: staffUser,
    headers: { 'Accept-Language': 'en' },
    body: {
      name: 'Ingen Bestemt',
      cpr: null,
      group: 'adult',
      municipality: null,
      homeBranch: testBranch,
      language: 'da',
      birthDate: '1980-02-03',
      contact,
      card: '2123456789',
      pin: null,
      ...more,
    },
  })

describe('a CPR number in a text', () => {
  it.each([
    '010158-5000',
    '01-01-58-5000',
    '010158.5000',
    '010158\u20105000',
    '010158 \u2013 5000',
    '01/01/58 5000',
    '0 1 0 1 5 8 5 0 0 0',
    '０１０１５８５０００',
    '٠١٠١٥٨-٥٠٠٠',
    'Nr. 5 010158\u200b5000',
    '010158_5000',
    '010158-ab1c',
    '010158 500a',
  ])('is found as %s', (written) => {
    expect(containsCpr(`Se ${written}, tak`)).toBe(true)
  })

  it('is found in digits of any script and with any signs between them', () => {
    const sign = fc.stringMatching(/^[-. /:_\u2010-\u2015\u200b]{0,3}$/)
    fc.assert(
      fc.property(fc.constantFrom(...scripts), fc.array(sign, { minLength: 10, maxLength: 10 }), (zero, signs) => {
        const written = Array.from(
          nobodys,
          (digit, at) => String.fromCodePoint(zero + Number(digit)) + (signs[at] ?? ''),
        )
        const groups: ReadonlyArray<string> =
          nobodys.replace(/./g, (digit, at: number) => digit + (signs[at] ?? '')).match(/[0-9]+/g) ?? []
        fc.pre(!(groups.length > 1 && groups.includes('5850')))
        expect(containsCpr(`Se ${written.join('')}`)).toBe(true)
      }),
    )
  })

  it.each([
    'Se 3274626533',
    'Ringet 01.02.2026 10:30',
    'Tlf. +45 12 34 56 78',
    'Vej 12, 2. th, 9000 Aalborg',
    'Breve 1812–1840, 12',
    '01015850001',
    'Ringet 010158 kl10',
  ])('is not found in %s', (written) => {
    expect(containsCpr(written)).toBe(false)
  })
})

describe('a free text', () => {
  it('is refused with control characters, and with characters that change the direction of writing', () =>
    withHttpServer(async (library) => {
      const careOf = await registering(library, { contact: { ...contact, careOf: 'Anna\u202enaB' } })
      expect(careOf.status).toBe(400)
      expect(careOf.body.errors).toEqual([
        {
          in: 'body',
          pointer: '/contact/careOf',
          detail: 'must not contain control characters or characters that change the direction of writing',
        },
      ])
      for (const name of ['a\u0000b', 'a\nb', 'a\u0085b', 'a\u2066b', 'a\u2028b'])
        expect((await registering(library, { name })).status).toBe(400)
      const email = await registering(library, { contact: { ...contact, emails: ['a@c.dk', 'a\u202eb@c.dk'] } })
      expect(email.body.errors).toEqual([
        { in: 'body', pointer: '/contact/emails/1', detail: 'must be an e-mail address, such as reader@example.dk' },
      ])
      const cpr = await registering(library, { name: 'Anna 010158.5000' })
      expect(cpr.body.errors).toEqual([{ in: 'body', pointer: '/name', detail: 'must not contain a CPR number' }])
      expect(freeTextCodec(20).is('Søren Ørsted 李 עברית')).toBe(true)
    }))
})

describe('contact details', () => {
  it('have no CPR number in an e-mail, or in place of a phone', () =>
    withHttpServer(async (library) => {
      const errorsOf = async (more: object) =>
        (await registering(library, { contact: { ...contact, ...more } })).body.errors
      for (const email of ['010158-5000@example.org', 'anna.0101585000@example.org', 'anna@0101585000.dk'])
        expect(await errorsOf({ emails: [email] })).toEqual([
          { in: 'body', pointer: '/contact/emails/0', detail: 'must not contain a CPR number' },
        ])
      for (const phone of ['0101585000', '+0101585000', '6101585000'])
        expect(await errorsOf({ phones: [phone] })).toMatchObject([
          { pointer: '/contact/phones/0', detail: expect.stringContaining('must not be a CPR number') },
        ])
      const abroad = { phones: ['+2203123456', '+12055512345', '4512345678'], emails: ['anna1958@example.org'] }
      expect((await registering(library, { contact: { ...contact, ...abroad } })).status).toBe(201)
    }))
})

describe('a borrower who is registered', () => {
  it('has at most ten phones, and notices go to one of them', () =>
    withHttpServer(async (library) => {
      const phones = Array.from({ length: 11 }, (_, at) => `+45000000${String(10 + at)}`)
      const many = await registering(library, { contact: { ...contact, phones } })
      expect(many.body.errors).toEqual([
        { in: 'body', pointer: '/contact/phones', detail: 'must be a list of at most 10' },
      ])
      const ten = phones.slice(0, 10)
      const other = await registering(library, { contact: { ...contact, phones: ten, mobileForNotices: phones[10] } })
      expect(other.body.errors).toEqual([
        { in: 'body', pointer: '/contact/mobileForNotices', detail: 'must be one of phones' },
      ])
      const { status, body } = await registering(library, {
        contact: { ...contact, phones: ten, mobileForNotices: ten[9] },
      })
      expect(status).toBe(201)
      const path = `/borrowers/${body.borrower}/contact`
      const etag = (await library.send('GET', path, { as: staffUser })).headers.get('etag') ?? ''
      const changed = await library.send('PUT', path, {
        as: staffUser,
        headers: { 'If-Match': etag },
        body: { ...contact, mobileForNotices: ten[0] },
      })
      expect(changed.status).toBe(400)
    }))

  it('has no birth date in the future, sent or derived from the CPR number', () =>
    withHttpServer(async (library) => {
      const born = await registering(library, { birthDate: '2026-01-06' })
      expect(born.body.errors).toEqual([{ in: 'body', pointer: '/birthDate', detail: 'must not lie in the future' }])
      const { birthDate, ...rest } = { birthDate: undefined, cpr: '020336-4000' }
      const number = await registering(library, { ...rest, birthDate })
      expect(number.body.errors).toEqual([{ in: 'body', pointer: '/cpr', detail: 'must not lie in the future' }])
      expect((await registering(library, { birthDate: '2026-01-05' })).status).toBe(201)
    }))

  it.each([
    ['of another day', '630280-0000', '1980-02-04', '1980-02-03'],
    ['of another century', '630202-0000', '2002-02-03', '1902-02-03'],
    ['of another year, where a letter hides the century', '030280-A000', '1981-02-03', '1980-02-03'],
  ])('has a CPR number that agrees with the birth date, and not one %s', (_, cpr, birthDate, right) =>
    withHttpServer(async (library) => {
      const refused = await registering(library, { cpr, birthDate })
      expect([refused.status, refused.body.type]).toEqual([422, 'urn:glemsom:problem:birth-date-is-not-in-cpr'])
      expect(refused.body.errors).toMatchObject([{ in: 'body', pointer: '/birthDate' }])
      expect((await registering(library, { cpr, birthDate: right })).status).toBe(201)
    }),
  )
})
