import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { acquire, branch, register } from './desk'
import { served, staff, type Served } from './serve'

type Sent = Readonly<Record<string, string>>

/** Posts bytes in pieces, and answers the status. */
const post = async (
  { url, issuer }: Served,
  path: string,
  pieces: ReadonlyArray<string | Uint8Array>,
  headers: Sent,
): Promise<number> => {
  const token = await issuer.tokenFor(staff)
  return new Promise((resolve, reject) => {
    const all = { Authorization: `Bearer ${token}`, Connection: 'close', ...headers }
    const sent = request(`${url}${path}`, { method: 'POST', headers: all }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.once('error', reject)
    void (async () => {
      for (const piece of pieces) {
        sent.write(piece)
        await setTimeout(5)
      }
      sent.end()
    })()
  })
}

const json = { 'Content-Type': 'application/json' }
const lengthOf = (pieces: ReadonlyArray<string | Uint8Array>): Sent => ({
  'Content-Length': String(pieces.reduce((length, piece) => length + Buffer.byteLength(piece), 0)),
})

describe('a body of JSON', () => {
  const loanOf = async (library: Served): Promise<string> =>
    JSON.stringify({ copy: await acquire(library), borrower: await register(library), branch })

  it.each<[string, (body: string) => readonly [ReadonlyArray<string | Uint8Array>, Sent]]>([
    ['whole', (body) => [[body], { ...json, ...lengthOf([body]) }]],
    ['of an alphabet that is named', (body) => [[body], { 'Content-Type': 'application/json; charset=utf-8' }]],
    ['in several pieces', (body) => [[body.slice(0, 20), body.slice(20)], { ...json, ...lengthOf([body]) }]],
    ['of a length that is not told', (body) => [[body.slice(0, 20), body.slice(20)], json]],
    ['behind a byte order mark', (body) => [[`\ufeff${body}`], { ...json, ...lengthOf([`\ufeff${body}`]) }]],
    ['compressed', (body) => [[gzipSync(body)], { ...json, 'Content-Encoding': 'gzip' }]],
    ['in UTF-16', (body) => [[Buffer.from(body, 'utf16le')], { 'Content-Type': 'application/json; charset=utf-16le' }]],
  ])('is read: %s', (_, sending) =>
    served(async (library) => {
      expect(await post(library, '/loans', ...sending(await loanOf(library)))).toBe(201)
    }),
  )

  it.each<[string, number, ReadonlyArray<string>, Sent]>([
    ['cut short', 400, ['{"copy":'], { ...json, ...lengthOf(['{"copy":']) }],
    ['larger than 64 kB', 413, ['"', 'x'.repeat(65_535), '"'], json],
    ['larger than 64 kB, and says so', 413, ['x'.repeat(65_537)], { ...json, ...lengthOf(['x'.repeat(65_537)]) }],
    ['of another type', 415, ['{}'], { 'Content-Type': 'text/plain' }],
    ['of an alphabet that JSON is not written in', 415, ['{}'], { 'Content-Type': 'application/json; charset=latin1' }],
    ['of an unknown compression', 415, ['{}'], { ...json, 'Content-Encoding': 'snow' }],
    ['said to be compressed, and not', 400, ['{}'], { ...json, 'Content-Encoding': 'gzip' }],
    ['empty', 400, [], { ...json, 'Content-Length': '0' }],
  ])('is refused: %s', (_, status, pieces, headers) =>
    served(async (library) => {
      expect(await post(library, '/loans', pieces, headers)).toBe(status)
    }),
  )

  it('that never comes to its end does no harm', () =>
    served(async (library) => {
      const sent = request(`${library.url}/loans`, { method: 'POST', headers: { ...json, 'Content-Length': '100' } })
      sent.on('error', () => undefined)
      sent.write('{"copy":')
      await setTimeout(20)
      sent.destroy()
      expect((await library.send('GET', '/health')).status).toBe(200)
    }))
})
