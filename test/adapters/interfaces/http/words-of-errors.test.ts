import * as t from 'io-ts'
import { isObjectCodec } from '../../../../adapters/interfaces/http/codecs/object-codec'
import { hasJsonSchema } from '../../../../adapters/interfaces/http/codecs/codec-with-schema'
import { toFieldErrors } from '../../../../adapters/interfaces/http/problems/field-errors'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { staffUser, withHttpServer } from './with-http-server'

/** A codec and all codecs in it. */
const codecsIn = (codec: t.Mixed): ReadonlyArray<t.Mixed> => {
  if (isObjectCodec(codec)) {
    const members: ReadonlyArray<t.Mixed> = Object.values({ ...codec.required, ...codec.optional })
    return [codec, ...members.flatMap(codecsIn)]
  }
  if (codec instanceof t.UnionType) return [codec, ...(codec.types as ReadonlyArray<t.Mixed>).flatMap(codecsIn)]
  if (codec instanceof t.ReadonlyArrayType) return [codec, ...codecsIn(codec.type as t.Mixed)]
  return [codec]
}

const fixedValues: ReadonlyArray<unknown> = [t.NullType, t.LiteralType]

const codecsOfRequests = [
  ...new Set(
    routes
      .flatMap(({ params, query, body }) => [params, query, ...(body === undefined ? [] : [body])])
      .flatMap(codecsIn)
      .filter((codec) => !fixedValues.includes(codec.constructor)),
  ),
]

/** The errors of a codec for a value that it refuses, in English. */
const errorsFor = (codec: t.Mixed, value: unknown): ReadonlyArray<string> => {
  const decoded = codec.decode(value)
  return decoded._tag === 'Right' ? [] : toFieldErrors('body')(decoded.left).map(({ text }) => text.en)
}

describe('an invalid value', () => {
  it.each(codecsOfRequests.map((codec) => [codec.name, codec] as const))(
    'is explained in the words of the caller: %s',
    (name, codec) => {
      const errors = [...errorsFor(codec, true), ...errorsFor(codec, '\u0000')]
      expect(errors.length).toBeGreaterThan(0)
      for (const error of errors) {
        expect(error).toMatch(/^must /)
        expect(error).not.toContain(name)
      }
      const needsForm = hasJsonSchema(codec) || 'form' in codec
      expect(errors.join()).toMatch(needsForm ? /such as|from|at most/ : /./)
    },
  )

  it('names what is asked of a branch, an amount, a group, a date and a missing member', () =>
    withHttpServer(async ({ send }) => {
      const headers = { 'Accept-Language': 'en' }
      const body = { copy: 3274626533, title: '1', branch: 'DK-999999', group: 'book', name: 'x', price: 1.5 }
      const reply = await send('POST', '/copies', { as: staffUser, body, headers })
      const details = Object.fromEntries(
        reply.body.errors.map(({ pointer, detail }: { pointer: string; detail: string }) => [pointer, detail]),
      )
      expect(details).toEqual({
        '/copy': 'must be a JSON string, in quotes: an item number (barcode): 10 digits, such as 3274626533',
        '/title': 'must be a FAUST number: 8 or 9 digits, such as 52557240',
        '/branch':
          'must be the ISIL of a branch of a Danish public library: DK-7 and five more digits, such as DK-785100',
        '/group': 'must be one of standard, short-14, short-7, inter-library, not-lent',
        '/author': 'is missing; send null when there is no value',
        '/ageLimit': 'is missing; send null when there is no value',
        '/price': 'must be an amount in whole øre, 0 or more, such as 24900 for DKK 249.00',
      })
      const list = await send('POST', '/loans', { as: staffUser, raw: '[]', headers })
      expect(list.body.errors).toEqual([
        {
          in: 'body',
          pointer: '',
          detail: 'must be a JSON object with copy, borrower, branch; card, actedAt, overrideReason may be left out',
        },
      ])
    }))

  it('is asked for as JSON when the body is empty, and another type of body is refused as such', () =>
    withHttpServer(async ({ send }) => {
      const empty = await send('POST', '/loans', { as: staffUser, headers: { 'Accept-Language': 'en' } })
      expect(empty.status).toBe(400)
      expect(empty.body.detail).toBe('The body is empty. Send JSON with Content-Type: application/json.')
      expect((await send('POST', '/loans', { as: staffUser, raw: '', headers: {} })).status).toBe(400)
      const text = await send('POST', '/loans', { as: staffUser, raw: 'x', headers: { 'Content-Type': 'text/plain' } })
      expect(text.status).toBe(415)
    }))
})

describe('something that does not exist', () => {
  const nobody = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'

  it('answers 404 when the path names it, on every route', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const post = (path: string, body: unknown) => library.send('POST', path, { as: staffUser, body })
      const replies = [
        await post('/copies/9999999999/withdraw', undefined),
        await post('/copies/9999999999/return', { branch: testBranch }),
        await post(`/loans/${nobody}/renew`, {}),
        await post(`/loans/${nobody}/undo`, { copy, branch: testBranch }),
        await post('/titles/99999999/reservations', { borrower: await registerBorrowerByHttp(library) }),
        await post(`/fees/${nobody}/write-off`, { reason: 'Venligst' }),
        await post(`/borrowers/${nobody}/blocks`, { reason: 'U', note: null }),
        await post(`/borrowers/${nobody}/payments`, { order: 'till-1', fees: [nobody], amount: 100 }),
        await library.send('GET', '/statistics/titles/99999999', { as: staffUser }),
      ]
      expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404))
    }))

  it('answers 422 when the body names it, with a pointer to the member', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const anna = await registerBorrowerByHttp(library)
      const { loan } = (
        await library.send('POST', '/loans', { as: staffUser, body: { copy, borrower: anna, branch: testBranch } })
      ).body
      const other = await acquireCopyByHttp(library)
      const post = async (path: string, body: unknown) => {
        const reply = await library.send('POST', path, { as: staffUser, body, headers: { 'Accept-Language': 'en' } })
        return [reply.status, ...(reply.body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer)]
      }
      expect([
        await post('/loans', { copy: '9999999999', borrower: anna, branch: testBranch }),
        await post('/loans', { copy: other, borrower: nobody, branch: testBranch }),
        await post(`/loans/${loan}/undo`, { copy: '9999999999', branch: testBranch }),
        await post('/titles/52557240/reservations', { borrower: nobody }),
        await post(`/borrowers/${anna}/payments`, { order: 'till-1', fees: [nobody], amount: 100 }),
        await post('/borrowers/look-up', { number: '1' }),
      ]).toEqual([
        [422, '/copy'],
        [422, '/borrower'],
        [422, '/copy'],
        [422, '/borrower'],
        [422, '/fees/0'],
        [422, '/number'],
      ])
    }))
})

describe('the text of a refusal', () => {
  it('says what the caller can do: which day, how large, that staff have a case, and in the words of the route', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      const { loan } = (await lendCopyByHttp(library, copy, borrower)).body
      const unknown = '7f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'
      const detail = async (path: string, body: unknown) =>
        (await library.send('POST', path, { as: staffUser, body, headers: { 'Accept-Language': 'en' } })).body.detail
      const [tomorrow, today, lastYear] = ['2026-01-06', '2026-01-05', '2025-01-05'].map(
        (day) => `${day}T09:00:00.000Z`,
      )
      const returnAt = (actedAt: unknown) => detail(`/copies/${copy}/return`, { branch: testBranch, actedAt })
      expect([
        await returnAt(tomorrow),
        await returnAt(lastYear),
        await detail(`/loans/${loan}/claimed-returned`, { actedAt: tomorrow }),
        await detail(`/loans/${unknown}/renew`, { actedAt: today }),
        await detail(`/loans/${unknown}/renew`, {}),
        await detail(`/reimbursements/${unknown}/payout`, { order: 'till-1' }),
        await detail('/loans', { copy: 'x'.repeat(70_000) }),
      ]).toEqual([
        'The time of the act lies in the future. The latest day is 2026-01-05. Staff have a case.',
        'The act is too long ago, and is not carried out. Staff have a case.',
        'The time of the act lies in the future. The latest day is 2026-01-05.',
        'There is no such loan. Send the copy too: then staff get a case.',
        'There is no such loan.',
        'There is no such reimbursement.',
        'The body is too large: at most 64 KiB.',
      ])
    }))
})

describe('the reason of a refusal', () => {
  it('is spelled alike for a loan and a reservation, beside its name in the national systems', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const anna = await registerBorrowerByHttp(library)
      await library.send('POST', `/borrowers/${anna}/blocks`, { as: staffUser, body: { reason: 'U', note: null } })
      const post = (path: string, body: unknown) => library.send('POST', path, { as: staffUser, body })
      const loan = await post('/loans', { copy, borrower: anna, branch: testBranch })
      const reservation = await post('/titles/52557240/reservations', { borrower: anna })
      expect(loan.body.because).toBe('borrowerBlocked')
      expect(reservation.body).toMatchObject({ because: 'borrowerBlocked', nationalCode: 'patron_is_blocked' })
    }))
})
