import { request as requestPlainly, type IncomingMessage } from 'node:http'
import { request as requestByTls } from 'node:https'

/** Where a camera answers its picture, and how the library proves who it is. */
export interface CameraAddress {
  readonly url: string
  /** The user and the password (RFC 7617); undefined when the camera asks for none. */
  readonly auth: { readonly user: string; readonly password: string } | undefined
  /** The certificates of the authority that has signed that of the camera; undefined for those that Node knows. */
  readonly ca: string | undefined
}

/** Ms until a camera that has not sent its whole picture counts as one that does not answer. */
const timeoutMs = 5_000

/** The largest picture, in bytes. */
const maxBytes = 8 * 1024 * 1024

const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8

/** The bytes of an answer, if it is a whole JPEG that is not too large. */
const readJpeg = async (answer: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > maxBytes) throw new Error('the picture is too large')
    pieces.push(piece)
  }
  const bytes = Buffer.concat(pieces)
  if (!isJpeg(bytes)) throw new Error('the answer is no JPEG')
  return bytes
}

/** Fetches the picture of the moment. Redirects are not followed: the password goes to the camera alone. Rejects without one. */
export const fetchPicture = ({ url, auth, ca }: CameraAddress): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? requestByTls : requestPlainly
    const options = {
      ...(auth === undefined ? {} : { auth: `${auth.user}:${auth.password}` }),
      ...(ca === undefined ? {} : { ca }),
      headers: { Accept: 'image/jpeg' },
      signal: AbortSignal.timeout(timeoutMs),
      agent: false,
    } as const
    const sent = request(url, options, (answer) => {
      if (answer.statusCode === 200) {
        readJpeg(answer).then(resolve, reject)
        return
      }
      answer.destroy()
      reject(new Error(`status ${String(answer.statusCode)}`))
    })
    sent.on('error', reject)
    sent.end()
  })
