import express, { type NextFunction, type Request, type RequestHandler } from 'express'

/** The largest request body, in bytes. */
const maxBodySize = 64 * 1024

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

/** An error of the type that the reader of Express gives. */
const bodyError = (type: string): Error => Object.assign(new Error(type), { type, status: 400 })

const byteOrderMark = '\ufeff'

const parseChunks = (chunks: ReadonlyArray<Buffer>): unknown => {
  const [first] = chunks
  const text = (chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks)).toString('utf8')
  return JSON.parse(text.startsWith(byteOrderMark) ? text.slice(1) : text)
}

const readPlain = (request: Request, next: NextFunction): void => {
  const chunks: Buffer[] = []
  let isDone = false
  // Each request closes, and an Error is costly to make: it is made only when it is given on.
  const finish = (makeError?: () => Error): void => {
    if (isDone) return
    isDone = true
    next(makeError?.())
  }
  request.on('data', (chunk: Buffer) => void chunks.push(chunk))
  request.once('end', () => {
    try {
      request.body = parseChunks(chunks)
    } catch {
      finish(() => bodyError('entity.parse.failed'))
      return
    }
    finish()
  })
  request.once('close', () => finish(() => bodyError('request.aborted')))
}

/**
 * Reads the JSON body of a request, of at most 64 kB. Plain bodies are read here. All others (compressed, chunked, too
 * large, of another type) are left to Express, whose errors have the same types.
 */
export const readJson = (): RequestHandler => {
  const readOther: RequestHandler = express.json({ limit: maxBodySize, strict: false })
  return (request, response, next) => {
    if (isPlain(request)) readPlain(request, next)
    else readOther(request, response, next)
  }
}
