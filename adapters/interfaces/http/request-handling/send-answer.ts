import type { Response } from 'express'
import type * as t from 'io-ts'
import { revealPersonal, encodeAnswer, withholdPersonal } from '../codecs/encode-answer'
import type { RouteAnswer } from '../route/route-handler'
import type { Route } from '../route/route'
import type { HttpCaller } from '../tokens/caller'

const bodyFor = (caller: HttpCaller, answer: t.Mixed, body: unknown): unknown =>
  encodeAnswer(caller.role === 'auditor' ? withholdPersonal : revealPersonal)(answer)(body)

/** Express compares the ETag when the caller sends `If-None-Match`. Every other body is sent at once. */
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

/** Sends an answer, encoded by the codec of the route. Personal values are withheld from auditors. */
export const sendAnswer =
  (response: Response, route: Pick<Route, 'answer' | 'status' | 'roles'>, caller: HttpCaller) =>
  (routeAnswer: RouteAnswer<unknown>): void => {
    response.statusCode = route.status
    if (routeAnswer.etag !== undefined) response.setHeader('ETag', `"${routeAnswer.etag}"`)
    if (routeAnswer.location !== undefined) response.set('Location', routeAnswer.location)
    response.setHeader('Cache-Control', route.roles === 'anyone' ? 'no-cache' : 'no-store')
    sendJson(response, bodyFor(caller, route.answer, routeAnswer.body))
  }
