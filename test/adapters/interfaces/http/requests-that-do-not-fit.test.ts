import { gzipSync } from 'node:zlib'
import { mediaTypesByFormat } from '../../../../adapters/interfaces/http/route/answer-format'
import { stylesheetPaths } from '../../../../adapters/interfaces/http/pages/create-stylesheet-router'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { pathWith, pointersOf, send } from './send-example'
import { withHttpServer } from './with-http-server'

describe('a body that is no object of its members', () => {
  const cases: ReadonlyArray<readonly [body: string, type: string, pointer: string | undefined]> = [
    ['[]', 'request-is-invalid', 'body '],
    ['null', 'request-is-invalid', 'body '],
    ['"x"', 'request-is-invalid', 'body '],
    ['1', 'request-is-invalid', 'body '],
    ['false', 'request-is-invalid', 'body '],
    ['{"noSuchMember":1}', 'request-is-invalid', 'body /noSuchMember'],
    ['{"__proto__":{"a":1}}', 'request-is-invalid', 'body /__proto__'],
    ['{"a/b~c":1}', 'request-is-invalid', 'body /a~1b~0c'],
    ['{"a":1,"a":1}', 'request-is-invalid', 'body /a'],
    ['{"a":[0,{"b":1,"\\u0062":2}]}', 'request-is-invalid', 'body /a/1/b'],
    ['{"a":1', 'json-is-malformed', undefined],
    ["{'a':1}", 'json-is-malformed', undefined],
    ['{"a":NaN}', 'json-is-malformed', undefined],
    ['{} {}', 'json-is-malformed', undefined],
    [`${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'request-is-invalid', 'body '],
    [`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 'request-is-invalid', 'body /a'],
  ]

  it('is refused on every route, also where none is asked for', () =>
    withHttpServer(async (library) => {
      for (const route of routes.filter(({ method, receives }) => method !== 'get' && receives === undefined))
        for (const [raw, type, pointer] of cases) {
          const { status, body } = await send(library, route)({ raw })
          const places = pointersOf({ body }).filter((place) => pointer === undefined || place === pointer)
          const found = { route: route.path, raw: raw.slice(0, 20), status, type: String(body.type), places }
          const expected = { status: 400, type: `urn:glemsom:problem:${type}` }
          expect(found).toMatchObject({ ...expected, places: pointer === undefined ? [] : [pointer] })
        }
    }))

  it('is refused when its bytes are no UTF-8, whole, in pieces or compressed', () =>
    withHttpServer(async ({ url, issuer }) => {
      const bytes = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])
      const token = await issuer.tokenFor({ role: 'staff', subject: 'demo-staff' })
      const post = async (
        body: Uint8Array<ArrayBuffer> | ReadableStream,
        headers: Readonly<Record<string, string>> = {},
      ) => {
        const authorization = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
        const sending = { method: 'POST', headers: { ...authorization, ...headers }, body, duplex: 'half' } as const
        const reply = await fetch(`${url}/copies`, sending)
        return [reply.status, ((await reply.json()) as { readonly type: string }).type]
      }
      const replies = [
        await post(bytes),
        await post(new Blob([bytes]).stream()),
        await post(gzipSync(bytes), { 'Content-Encoding': 'gzip' }),
        await post(bytes, { 'Content-Type': 'application/json; charset=UTF-8' }),
      ]
      for (const reply of replies) expect(reply).toEqual([400, 'urn:glemsom:problem:body-is-misencoded'])
    }))

  it('gets at most 20 errors, however many there are', () =>
    withHttpServer(async (library) => {
      const members = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${String(index)}`, 1]))
      for (const route of routes.filter(({ body }) => body !== undefined)) {
        const reply = await send(library, route)({ raw: JSON.stringify(members) })
        expect(reply.status).toBe(400)
        expect(reply.body.errors.length).toBeGreaterThan(10)
        expect(reply.body.errors.length).toBeLessThanOrEqual(20)
        expect(reply.text.length).toBeLessThan(8000)
      }
    }))
})

describe('a request that does not fit its route', () => {
  it('is refused: another type of body 415, on every route', () =>
    withHttpServer(async (library) => {
      const types = ['text/plain', 'application/merge-patch+json', 'application/json; charset=latin1']
      for (const route of routes.filter(({ method }) => method !== 'get'))
        for (const type of types) {
          const reply = await send(library, route)({ raw: '{}', headers: { 'Content-Type': type } })
          expect([route.path, type, reply.status]).toEqual([route.path, type, 415])
        }
    }))

  it('is refused: another type of answer 406, on every route', () =>
    withHttpServer(async (library) => {
      for (const route of routes)
        for (const accept of [
          'text/xml',
          'application/problem+json',
          `${String(mediaTypesByFormat[route.format][0])};q=0`,
        ]) {
          const reply = await send(library, route)({ headers: { Accept: accept } })
          const type = {
            html: 'answer-is-page',
            json: 'answer-is-json',
            video: 'answer-is-video',
            picture: 'answer-is-picture',
          }[route.format]
          const refused = [route.path, accept, 406, `urn:glemsom:problem:${type}`]
          expect([route.path, accept, reply.status, reply.body.type]).toEqual(refused)
        }
    }))

  it('is refused: another method 405 with the methods of the path, on every path', () =>
    withHttpServer(async (library) => {
      const servedBeside = ['/', '/docs', '/openapi.json', '/health', '/metrics', ...stylesheetPaths]
      for (const path of new Set([...routes.map((route) => pathWith(route)), ...servedBeside])) {
        const methods = routes.filter((route) => pathWith(route) === path).map(({ method }) => method.toUpperCase())
        const allowed = methods.length === 0 ? ['GET'] : methods
        for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((other) => !allowed.includes(other))) {
          const reply = await library.send(method, path)
          const answered = (reply.headers.get('allow') ?? '').split(', ').filter((name) => name !== 'HEAD')
          expect([path, method, reply.status, answered]).toEqual([path, method, 405, allowed])
        }
      }
    }))

  it('is told where the addresses are described when its own is unknown', () =>
    withHttpServer(async (library) => {
      for (const path of ['/nowhere', '/copies/', '/Copies/3274626533', '/copies/3274626533/x', '//copies']) {
        const reply = await library.send('GET', path, { headers: { 'Accept-Language': 'en' } })
        expect([path, reply.status, reply.body.type]).toEqual([path, 404, 'urn:glemsom:problem:address-is-unknown'])
        expect(reply.body.detail).toContain('/openapi.json')
      }
    }))
})
