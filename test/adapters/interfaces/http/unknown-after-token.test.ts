import { request } from 'node:http'
import { encodeAfterToken } from '../../../../adapters/interfaces/http/request-handling/after-token'
import type { Position } from '../../../../domain/ports/event-store'
import { acquireCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { machineUser, withHttpServer, staffUser, type ServedLibrary } from './with-http-server'

const unknownToken = encodeAfterToken({ circulation: '999999999999' as Position, persons: '999999999999' as Position })

const withLargeHeaders = ({ url }: ServedLibrary): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const outgoing = request(`${url}/health`, { headers: { 'X-Large': 'x'.repeat(20_000) } }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    })
    outgoing.once('error', reject).end()
  })

interface Operation {
  readonly operationId: string
  readonly responses: object
}

describe('an after that no command has answered', () => {
  it('is refused with 400, without Retry-After', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const reply = await library.send('GET', `/copies/${copy}?after=${unknownToken}`)
      expect(reply.status).toBe(400)
      expect(reply.headers.get('retry-after')).toBeNull()
      expect(reply.body.type).toBe('urn:glemsom:problem:position-is-unknown')
    }))

  it('is not checked before the caller and the role are known', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const path = `/borrowers/${anna}?after=${unknownToken}`
      expect((await library.send('GET', path)).status).toBe(401)
      expect((await library.send('GET', path, { as: machineUser })).status).toBe(403)
      expect((await library.send('GET', path, { as: staffUser })).status).toBe(400)
    }))
})

describe('a request that is invalid as a whole', () => {
  it('gets a described answer on every route: a body that is not JSON, and headers that are too large', () =>
    withHttpServer(async (library) => {
      const headers = { 'Content-Type': 'application/json; charset=latin1' }
      const oddly = await library.send('POST', '/retention/runs', { as: staffUser, raw: '{}', headers })
      expect(oddly.status).toBe(415)
      expect(await withLargeHeaders(library)).toBe(431)
      const paths: object = (await library.send('GET', '/openapi.json')).body.paths
      const operations = Object.values<Record<string, Operation>>(paths as never).flatMap((path) => Object.values(path))
      for (const { operationId, responses } of operations)
        // The health of a process is answered without looking at the body of the request.
        expect(Object.keys(responses)).toEqual(
          expect.arrayContaining(operationId === 'readHealth' ? ['431'] : ['415', '431']),
        )
    }))

  it('does not include any month from 0000-01 to 9999-12', () =>
    withHttpServer(async ({ send }) => {
      for (const month of ['0000-01', '0001-01', '9999-12'])
        for (const more of ['', '/branches'])
          expect((await send('GET', `/statistics/months/${month}${more}`, { as: staffUser })).status).toBe(200)
    }))
})
