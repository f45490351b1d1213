import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { acquireCopyByHttp, testBranch, registerBorrowerByHttp } from './http-steps'
import { withHttpServer, staffUser, type ServedLibrary } from './with-http-server'

type HeaderValues = Readonly<Record<string, string>>

/** Posts bytes in pieces, and answers the status. */
const post = async (
  { url, issuer }: ServedLibrary,
  path: string,
  pieces: ReadonlyArray<string | Uint8Array>,
  headers: HeaderValues,
): Promise<number> => {
  const token = await issuer.tokenFor(staffUser)
  return new Promise((resolve, reject) => {
    const allHeaders = { Authorization: `Bearer ${token}`, Connection: 'close', ...headers }
    const outgoing = request(`${url}${path}`, { method: 'POST', headers: allHeaders }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
    })
    outgoing.once('error', reject)
    void (async () => {
      for (const piece of pieces) {
        outgoing.write(piece)
        await setTimeout(5)
      }
      outgoing.end()
    })()
  })
}

const json = { 'Content-Type': 'application/json' }
const lengthOf = (pieces: ReadonlyArray<string | Uint8Array>): HeaderValues => ({
  'Content-Length': String(pieces.reduce((length, piece) => length + Buffer.byteLength(piece), 0)),
})

describe('a JSON body', () => {
  const loanBody = async (library: ServedLibrary): Promise<string> =>
    JSON.stringify({
      copy: await acquireCopyByHttp(library),
      borrower: await registerBorrowerByHttp(library),
      branch: testBranch,
    })

  it.each<[string, (body: string) => readonly [ReadonlyArray<string | Uint8Array>, HeaderValues]]>([
    ['whole', (body) => [[body], { ...json, ...lengthOf([body]) }]],
    ['with its character set', (body) => [[body], { 'Content-Type': 'application/json; charset=utf-8' }]],
    ['in several pieces', (body) => [[body.slice(0, 20), body.slice(20)], { ...json, ...lengthOf([body]) }]],
    ['without a stated length', (body) => [[body.slice(0, 20), body.slice(20)], json]],
    ['after a byte order mark', (body) => [[`\ufeff${body}`], { ...json, ...lengthOf([`\ufeff${body}`]) }]],
    ['compressed', (body) => [[gzipSync(body)], { ...json, 'Content-Encoding': 'gzip' }]],
    ['in UTF-16', (body) => [[Buffer.from(body, 'utf16le')], { 'Content-Type': 'application/json; charset=utf-16le' }]],
  ])('is read: %s', (_, partsOf) =>
    withHttpServer(async (library) => {
      expect(await post(library, '/loans', ...partsOf(await loanBody(library)))).toBe(201)
    }),
  )

  it.each<[string, number, ReadonlyArray<string>, HeaderValues]>([
    ['cut short', 400, ['{"copy":'], { ...json, ...lengthOf(['{"copy":']) }],
    ['larger than 64 kB', 413, ['"', 'x'.repeat(65_535), '"'], json],
    ['larger than 64 kB, with its length', 413, ['x'.repeat(65_537)], { ...json, ...lengthOf(['x'.repeat(65_537)]) }],
    ['of another type', 415, ['{}'], { 'Content-Type': 'text/plain' }],
    ['of a character set other than UTF', 415, ['{}'], { 'Content-Type': 'application/json; charset=latin1' }],
    ['with an unknown compression', 415, ['{}'], { ...json, 'Content-Encoding': 'snow' }],
    ['called compressed, but plain', 400, ['{}'], { ...json, 'Content-Encoding': 'gzip' }],
    ['empty', 400, [], { ...json, 'Content-Length': '0' }],
  ])('is refused: %s', (_, status, pieces, headers) =>
    withHttpServer(async (library) => {
      expect(await post(library, '/loans', pieces, headers)).toBe(status)
    }),
  )

  it('leaves the server healthy when it is cut off', () =>
    withHttpServer(async (library) => {
      const outgoing = request(`${library.url}/loans`, {
        method: 'POST',
        headers: { ...json, 'Content-Length': '100' },
      })
      outgoing.on('error', () => undefined)
      outgoing.write('{"copy":')
      await setTimeout(20)
      outgoing.destroy()
      expect((await library.send('GET', '/health')).status).toBe(200)
    }))
})
