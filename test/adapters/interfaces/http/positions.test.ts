import { request } from 'node:http'
import { afterToken } from '../../../../adapters/interfaces/http/edge/after'
import type { Position } from '../../../../domain/ports/event-store'
import { acquire, register } from './desk'
import { machine, served, staff, type Served } from './serve'

const madeUp = afterToken({ circulation: '999999999999' as Position, persons: '999999999999' as Position })

const withLargeHeaders = ({ url }: Served): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asking = request(`${url}/health`, { headers: { 'X-Large': 'x'.repeat(20_000) } }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    })
    asking.once('error', reject).end()
  })

describe('a position that no command has answered', () => {
  it('is the fault of whoever names it, and nobody is told to come again', () =>
    served(async (library) => {
      const copy = await acquire(library)
      const reply = await library.send('GET', `/copies/${copy}?after=${madeUp}`)
      expect(reply.status).toBe(400)
      expect(reply.headers.get('retry-after')).toBeNull()
      expect(reply.body.type).toBe('urn:glemsom:problem:position-is-unknown')
    }))

  it('is not looked at before it is known who asks', () =>
    served(async (library) => {
      const anna = await register(library)
      const path = `/borrowers/${anna}?after=${madeUp}`
      expect((await library.send('GET', path)).status).toBe(401)
      expect((await library.send('GET', path, { as: machine })).status).toBe(403)
      expect((await library.send('GET', path, { as: staff })).status).toBe(400)
    }))
})

describe('what is wrong with a request as a whole', () => {
  it('is described for every route: a body that is no JSON, and headers that are too large', () =>
    served(async (library) => {
      const headers = { 'Content-Type': 'application/json; charset=latin1' }
      const oddly = await library.send('POST', '/retention/runs', { as: staff, raw: '{}', headers })
      expect(oddly.status).toBe(415)
      expect(await withLargeHeaders(library)).toBe(431)
      const paths: object = (await library.send('GET', '/openapi.json')).body.paths
      const operations = Object.values<Record<string, { readonly responses: object }>>(paths as never).flatMap((path) =>
        Object.values(path),
      )
      for (const { responses } of operations)
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['415', '431']))
    }))

  it('is not a month that can be written', () =>
    served(async ({ send }) => {
      for (const month of ['0000-01', '0001-01', '9999-12'])
        for (const more of ['', '/branches'])
          expect((await send('GET', `/statistics/months/${month}${more}`, { as: staff })).status).toBe(200)
    }))
})
