import type { Response } from 'express'
import type * as t from 'io-ts'
import { plainly, present, withheld } from '../codecs/present'
import type { Answered } from '../route/call'
import type { Route } from '../route/route'
import type { Caller } from '../tokens/caller'

const bodyFor = (caller: Caller, answer: t.Mixed, body: unknown): unknown =>
  present(caller.role === 'auditor' ? withheld : plainly)(answer)(body)

/** A caller who has read this already (`If-None-Match`) is told so by express; everybody else gets the body at once. */
const sendJson = (response: Response, body: unknown): void => {
  if (response.req.headers['if-none-match'] !== undefined) {
    response.json(body)
    return
  }
  const text = JSON.stringify(body)
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(text))
  response.end(text)
}

/** Answers with what the route's codec names; personal values are withheld from auditors. */
export const sendAnswer =
  (response: Response, route: Pick<Route, 'answer' | 'status' | 'roles'>, caller: Caller) =>
  (answered: Answered<unknown>): void => {
    response.statusCode = route.status
    if (answered.etag !== undefined) response.setHeader('ETag', `"${answered.etag}"`)
    if (answered.location !== undefined) response.set('Location', answered.location)
    response.setHeader('Cache-Control', route.roles === 'anyone' ? 'no-cache' : 'private, no-cache')
    sendJson(response, bodyFor(caller, route.answer, answered.body))
  }
