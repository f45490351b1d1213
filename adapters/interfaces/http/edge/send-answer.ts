import type { Response } from 'express'
import type * as t from 'io-ts'
import { plainly, present, withheld } from '../codecs/present'
import type { Answered } from '../route/call'
import type { Route } from '../route/route'
import type { Caller } from '../tokens/caller'

const headersOf = ({ etag, location }: Answered<unknown>): Readonly<Record<string, string>> => ({
  ...(etag === undefined ? {} : { ETag: `"${etag}"` }),
  ...(location === undefined ? {} : { Location: location }),
})

const bodyFor = (caller: Caller, answer: t.Mixed, body: unknown): unknown =>
  present(caller.role === 'auditor' ? withheld : plainly)(answer)(body)

/** Answers with what the route's codec names; personal values are withheld from auditors. */
export const sendAnswer =
  (response: Response, route: Pick<Route, 'answer' | 'status' | 'roles'>, caller: Caller) =>
  (answered: Answered<unknown>): void => {
    response
      .status(route.status)
      .set(headersOf(answered))
      .set('Cache-Control', route.roles === 'anyone' ? 'no-cache' : 'private, no-cache')
      .json(bodyFor(caller, route.answer, answered.body))
  }
