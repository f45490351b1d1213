import { request } from 'node:http'
import { createAfterTokens } from '../../../../adapters/interfaces/http/request-handling/after-token'
import type { Position } from '../../../../domain/ports/event-store'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { acquireCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { machineUser, withHttpServer, staffUser, type ServedLibrary } from './with-http-server'

const farPositions = { circulation: '999999999999' as Position, persons: '999999999999' as Position }

/** A token of this library for positions that its logs have not reached. */
const unknownTokenOf = ({ runningLibrary }: ServedLibrary): string =>
  createAfterTokens(runningLibrary.answerTokenKey).encode(farPositions)

const withLargeHeaders = ({ url }: ServedLibrary): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const outgoing = request(`${url}/health`, { headers: { 'X-Large': 'x'.repeat(20_000) } }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    })
    outgoing.once('error', reject).end()
  })

describe('the after of a command', () => {
  it('tells nothing: neither by its text nor by its length, however far the logs are', () => {
    const tokens = createAfterTokens(Buffer.alloc(32, 1))
    const positions = ['', '000000000001', '000000000001', '999999999999'] as ReadonlyArray<Position | ''>
    const encoded = positions.flatMap((circulation) =>
      positions.map((persons) => tokens.encode({ circulation, persons })),
    )
    expect(new Set(encoded.map(({ length }) => length)).size).toBe(1)
    expect(new Set(encoded.map((token) => token.slice(0, 8))).size).toBe(encoded.length)
    expect(encoded.map(tokens.decode)).toEqual(
      positions.flatMap((circulation) => positions.map((persons) => ({ circulation, persons }))),
    )
  })

  it('is understood by every process of the library, also after a restart', () =>
    withTemporaryFolder(async (folder) => {
      const keys: Uint8Array[] = []
      for (let opened = 0; opened < 2; opened++) {
        const library = await openLibraryIn(folder)
        keys.push(library.answerTokenKey)
        await library.close()
      }
      const [first, second] = keys.map((key) => createAfterTokens(key))
      expect(second?.decode(first?.encode(farPositions) ?? '')).toEqual(farPositions)
    }))
})

interface Operation {
  readonly operationId: string
  readonly responses: object
}

describe('an after that no command has answered', () => {
  it('is refused with 400, without Retry-After', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const reply = await library.send('GET', `/copies/${copy}?after=${unknownTokenOf(library)}`)
      expect(reply.status).toBe(400)
      expect(reply.headers.get('retry-after')).toBeNull()
      expect(reply.body.type).toBe('urn:glemsom:problem:position-is-unknown')
    }))

  it('is refused when another library made it, when it was changed, and when it is the text of earlier releases', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const own = unknownTokenOf(library)
      const others = [
        createAfterTokens(Buffer.alloc(32, 7)).encode(farPositions),
        `${own.startsWith('A') ? 'B' : 'A'}${own.slice(1)}`,
        own.slice(4),
        Buffer.from('1\n000000000001\n000000000001').toString('base64url'),
        '',
      ]
      for (const token of others) {
        const reply = await library.send('GET', `/copies/${copy}?after=${token}`)
        expect(reply.status).toBe(400)
        expect(reply.body.errors).toMatchObject([{ in: 'query', pointer: '/after' }])
      }
    }))

  it('is not checked before the caller and the role are known', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const path = `/borrowers/${anna}?after=${unknownTokenOf(library)}`
      expect((await library.send('GET', path)).status).toBe(401)
      expect((await library.send('GET', path, { as: machineUser })).status).toBe(403)
      expect((await library.send('GET', path, { as: staffUser })).status).toBe(400)
    }))
})

/** The health of a process, and the trees of the logs, are answered without looking at the body of the request. */
const operationsWithoutBody = [
  ...['readHealth', 'readLiveness', 'readReadiness'],
  ...['readCheckpoint', 'readHeadKeys', 'readTile', 'readEntries'],
]

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
        expect(Object.keys(responses)).toEqual(
          expect.arrayContaining(operationsWithoutBody.includes(operationId) ? ['431'] : ['415', '431']),
        )
    }))

  it('does not include any month from 0000-01 to 9999-12', () =>
    withHttpServer(async ({ send }) => {
      for (const month of ['0000-01', '0001-01', '9999-12'])
        for (const more of ['', '/branches'])
          expect((await send('GET', `/statistics/months/${month}${more}`, { as: staffUser })).status).toBe(200)
    }))
})
