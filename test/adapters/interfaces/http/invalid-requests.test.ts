import fc from 'fast-check'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { acquireCopyByHttp, testBranch, registerBorrowerByHttp } from './http-steps'
import { administratorUser, auditorUser, machineUser, withHttpServer, staffUser } from './with-http-server'

describe('an invalid request', () => {
  it('gets an error for each invalid place, in Danish or English, which does not repeat the value', () =>
    withHttpServer(async ({ send }) => {
      const body = { copy: 'Anna', borrower: 7, branch: testBranch, secret: 'x' }
      const da = await send('POST', '/loans', { as: staffUser, body })
      expect(da.status).toBe(400)
      expect(da.headers.get('content-type')).toContain('application/problem+json')
      expect(da.body.errors).toEqual([
        {
          in: 'body',
          pointer: '/copy',
          detail: 'skal være et materialenummer (stregkode): 10 cifre, f.eks. 3274626533',
        },
        {
          in: 'body',
          pointer: '/borrower',
          detail:
            'skal være en JSON-tekst i anførselstegn: en låners id: en UUID med små bogstaver, f.eks. 5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33',
        },
        {
          in: 'body',
          pointer: '/secret',
          detail: 'er ukendt; her må stå copy, borrower, branch, card, actedAt, overrideReason',
        },
      ])
      const en = await send('POST', '/loans', { as: staffUser, body, headers: { 'Accept-Language': 'en-GB,en' } })
      expect(en.body.errors[2].detail).toBe(
        'is unknown; allowed here are copy, borrower, branch, card, actedAt, overrideReason',
      )
      expect(da.text + en.text).not.toContain('Anna')
    }))

  it('is refused: malformed JSON, wrong content types, large bodies, malformed URLs', () =>
    withHttpServer(async ({ send }) => {
      const post = (raw: string, headers = {}) => send('POST', '/loans', { as: staffUser, raw, headers })
      expect((await post('{"copy": "010158-5000"')).body.type).toBe('urn:glemsom:problem:json-is-malformed')
      expect((await post('{"copy": "010158-5000"')).text).not.toContain('010158')
      expect((await post('copy=1', { 'Content-Type': 'text/plain' })).status).toBe(415)
      expect((await post(JSON.stringify({ copy: 'x'.repeat(70_000) }))).status).toBe(413)
      expect((await post('[[[[')).status).toBe(400)
      expect((await post('['.repeat(30_000) + ']'.repeat(30_000))).status).toBe(400)
      expect((await post('{"__proto__": {"copy": "1"}, "constructor": 1}')).body.errors).toContainEqual({
        in: 'body',
        pointer: '/constructor',
        detail: 'er ukendt; her må stå copy, borrower, branch, card, actedAt, overrideReason',
      })
      expect((await send('GET', '/copies/%E0%A4%A')).status).toBe(400)
      expect((await send('GET', '/copies/1')).status).toBe(400)
      expect((await send('GET', '/copies/3999999999')).status).toBe(404)
      expect((await send('GET', '/nowhere')).status).toBe(404)
      expect((await send('GET', '/copies/3999999999?after=nonsense!')).status).toBe(400)
      const put = await send('PUT', '/loans', { as: staffUser, body: {} })
      expect(put.status).toBe(405)
      expect(put.headers.get('allow')).toBe('POST')
    }))

  it('is refused when a text contains a CPR number', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const noted = (note: string) =>
        library.send('POST', `/borrowers/${anna}/blocks`, { as: staffUser, body: { reason: 'U', note } })
      expect((await noted('Se 010158-5000')).status).toBe(400)
      expect((await noted('Se 0101585000.')).status).toBe(400)
      expect((await noted('Se 3274626533')).status).toBe(201)
    }))

  it('never gets a status of 500 or above, whatever it contains', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const value = fc.oneof(
        fc.jsonValue(),
        fc.constantFrom(copy, testBranch, '2026-01-05', 'a\u0000b', '\ud800', 2 ** 60),
      )
      const members = fc.dictionary(fc.constantFrom('copy', 'branch', 'borrower', 'to', 'order', 'fees', 'note'), value)
      const users = fc.constantFrom(staffUser, machineUser, auditorUser, administratorUser)
      const step = fc.oneof(
        fc.constantFrom(copy, testBranch, '2026-01', 'circulation', 'copy-1'),
        fc.string({ minLength: 1 }).filter((word) => !/^[.]+$/.test(word)),
      )
      const moves = routes.filter(({ path }) => path !== '/clock/forward')
      const requests = fc.record({
        route: fc.constantFrom(...moves),
        as: users,
        body: fc.oneof(value, members),
        step,
      })
      await fc.assert(
        fc.asyncProperty(requests, async ({ route, as, body, step: word }) => {
          const path = route.path.replace(/:[a-z]+/g, () => encodeURIComponent(word))
          const hasBody = route.method !== 'get'
          const method = route.method.toUpperCase()
          const reply = await library.send(method, path, hasBody ? { as, body } : { as })
          expect(reply.status).toBeLessThan(500)
        }),
        { numRuns: 250 },
      )
    }))
})
