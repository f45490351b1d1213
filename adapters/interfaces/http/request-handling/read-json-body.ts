import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { httpRequestFailure, maxBodyKib } from '../problems/http-request-failure'
import { parseJsonBody, type JsonCharacterEncoding } from './parse-json-body'
import { sendProblem } from './send-problem'

/** The largest request body, in bytes. */
const maxBodySize = maxBodyKib * 1024

/** The content types that nearly every caller sends. */
const commonJsonTypes: ReadonlySet<string> = new Set(['application/json', 'application/json; charset=utf-8'])

/** Whether the body has a stated length, is UTF-8 and is not compressed: then it is read without the reader of Express. */
const isPlain = ({ headers }: Request): boolean => {
  const length = Number(headers['content-length'])
  return (
    commonJsonTypes.has(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    headers['transfer-encoding'] === undefined &&
    length > 0 &&
    length <= maxBodySize
  )
}

const encodings: Readonly<Record<string, JsonCharacterEncoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
}

const charsetPattern = /;\s*charset\s*=\s*"?([^\s;"]*)/i

/** The encoding that the content type names; undefined when JSON cannot have it. */
const encodingOf = ({ headers }: Request): JsonCharacterEncoding | undefined => {
  const charset = charsetPattern.exec(headers['content-type'] ?? '')?.[1]
  return charset === undefined ? 'utf-8' : encodings[charset.toLowerCase()]
}

const parseInto = (request: Request, response: Response, next: NextFunction, bytes: Buffer): void => {
  const encoding = encodingOf(request)
  if (encoding === undefined) {
    sendProblem(request, response)(httpRequestFailure('BodyIsNotJson'))
    return
  }
  const parsed = parseJsonBody(encoding)(bytes)
  if (parsed._tag === 'Left') {
    sendProblem(request, response)(parsed.left)
    return
  }
  request.body = parsed.right
  next()
}

const readPlain = (request: Request, response: Response, next: NextFunction): void => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => void chunks.push(chunk))
  request.once('end', () => {
    const [first] = chunks
    parseInto(request, response, next, chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks))
  })
}

const isJson = (request: Request): boolean => request.is('application/json') === 'application/json'

/**
 * Reads the JSON body of a request, of at most 64 kB. The bytes of plain bodies are read here. Those of all others
 * (compressed, chunked, too large) are read by Express. Without a JSON body `request.body` stays undefined.
 */
export const readJsonBody = (): RequestHandler => {
  const readBytes: RequestHandler = express.raw({ limit: maxBodySize, type: (request) => isJson(request as Request) })
  return (request, response, next) => {
    if (isPlain(request)) {
      readPlain(request, response, next)
      return
    }
    readBytes(request, response, (error?: unknown) => {
      const bytes: unknown = request.body
      request.body = undefined
      if (error === undefined && Buffer.isBuffer(bytes) && bytes.length > 0) parseInto(request, response, next, bytes)
      else next(error)
    })
  }
}
