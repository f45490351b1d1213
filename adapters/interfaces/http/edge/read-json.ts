import express, { type NextFunction, type Request, type RequestHandler } from 'express'

/** The most that a body may hold, in bytes. */
const largestBody = 64 * 1024

/** What nearly every caller sends. */
const plainJson: ReadonlySet<string> = new Set(['application/json', 'application/json; charset=utf-8'])

/** A body whose length is told, whole and neither compressed nor in another alphabet: read without express's reader. */
const isPlain = ({ headers }: Request): boolean => {
  const length = Number(headers['content-length'])
  return (
    plainJson.has(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    headers['transfer-encoding'] === undefined &&
    length > 0 &&
    length <= largestBody
  )
}

/** What express's reader of bodies calls its errors. */
const failed = (type: string): Error => Object.assign(new Error(type), { type, status: 400 })

const byteOrderMark = '\ufeff'

const parsed = (chunks: ReadonlyArray<Buffer>): unknown => {
  const [first] = chunks
  const text = (chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks)).toString('utf8')
  return JSON.parse(text.startsWith(byteOrderMark) ? text.slice(1) : text)
}

const readPlain = (request: Request, next: NextFunction): void => {
  const chunks: Buffer[] = []
  let isDone = false
  const finish = (error?: Error): void => {
    if (isDone) return
    isDone = true
    next(error)
  }
  request.on('data', (chunk: Buffer) => void chunks.push(chunk))
  request.once('end', () => {
    try {
      request.body = parsed(chunks)
    } catch {
      finish(failed('entity.parse.failed'))
      return
    }
    finish()
  })
  request.once('close', () => finish(failed('request.aborted')))
}

/**
 * Reads the JSON of a request into its body, up to 64 kB. Plain bodies are read here; whatever else is sent (compressed,
 * in pieces, too large, of another kind) is left to express, which answers it with errors of the same names.
 */
export const readJson = (): RequestHandler => {
  const readOther: RequestHandler = express.json({ limit: largestBody, strict: false })
  return (request, response, next) => {
    if (isPlain(request)) readPlain(request, next)
    else readOther(request, response, next)
  }
}
