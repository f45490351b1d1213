import type { Response } from 'express'
import type * as t from 'io-ts'
import { revealPersonal, encodeAnswer, withholdPersonal } from '../codecs/encode-answer'
import type { RouteAnswer } from '../route/route-handler'
import type { Route } from '../route/route'
import type { Caller } from '../tokens/caller'

const headersOf = ({ etag, location }: RouteAnswer<unknown>): Readonly<Record<string, string>> => ({
  ...(etag === undefined ? {} : { ETag: `"${etag}"` }),
  ...(location === undefined ? {} : { Location: location }),
})

const bodyFor = (caller: Caller, answer: t.Mixed, body: unknown): unknown =>
  encodeAnswer(caller.role === 'auditor' ? withholdPersonal : revealPersonal)(answer)(body)

/** Sends an answer, encoded by the codec of the route. Personal values are withheld from auditors. */
export const sendAnswer =
  (response: Response, route: Pick<Route, 'answer' | 'status' | 'roles'>, caller: Caller) =>
  (routeAnswer: RouteAnswer<unknown>): void => {
    response
      .status(route.status)
      .set(headersOf(routeAnswer))
      .set('Cache-Control', route.roles === 'anyone' ? 'no-cache' : 'private, no-cache')
      .json(bodyFor(caller, route.answer, routeAnswer.body))
  }
