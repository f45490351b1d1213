import { Agent, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** The answer to a request for a page. */
export interface PageAnswer {
  readonly status: number
  /** From the moment at which the request was sent to the first byte of the answer. */
  readonly firstByteMs: number
  /** Bytes of the body as they were sent. */
  readonly sentBytes: number
  readonly html: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

const textOf = (encoding: string | undefined, body: Buffer): string => {
  if (encoding === 'br') return brotliDecompressSync(body).toString()
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString()
}

/** Opens a page as a browser does, and follows no redirect. `session`: the cookie of the session; '' without one. */
export const openPage = (url: string, session: string): Promise<PageAnswer> =>
  new Promise((resolve, reject) => {
    const cookie = session === '' ? {} : { Cookie: `session=${session}` }
    const sentAt = performance.now()
    const sent = request(url, { agent, headers: { 'Accept-Encoding': 'gzip, deflate, br', ...cookie } }, (answer) => {
      const firstByteMs = performance.now() - sentAt
      const { statusCode: status = 0, headers } = answer
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.once('end', () => {
        const body = Buffer.concat(pieces)
        resolve({ status, firstByteMs, sentBytes: body.length, html: textOf(headers['content-encoding'], body) })
      })
    })
    sent.once('error', reject).end()
  })
