import * as E from 'fp-ts/Either'
import type { HttpFailure } from '../problems/http-failure'
import { wrongCursorText } from '../route/paging'
import type { Route } from '../route/route'
import type { RouteAnswer } from '../route/route-handler'
import { createTextCipher } from './text-cipher'

type NamedRoute = Pick<Route, 'name' | 'query'>
type Query = Readonly<Record<string, unknown>>

/**
 * Encrypts the cursors of pages. A cursor holds the sort key of the last entry, and so values that are withheld from an
 * auditor. It is bound to its route: nobody can make one, or use that of another list.
 */
export interface PageCursorEncryption {
  /** The query with the cursor decrypted; an error when the cursor was not made for this route. */
  readonly decryptQuery: (route: NamedRoute, query: Query) => E.Either<HttpFailure, Query>
  /** The answer with its cursor encrypted. */
  readonly encryptAnswer: <A>(route: NamedRoute, answer: RouteAnswer<A>) => RouteAnswer<A>
}

const unknownCursor: HttpFailure = {
  _tag: 'RequestIsInvalid',
  errors: [{ in: 'query', pointer: '/cursor', text: wrongCursorText }],
}

const hasPages = ({ query }: NamedRoute): boolean => 'cursor' in query.optional

/** `key`: 32 bytes that all processes of the library have. */
export const createPageCursorEncryption = (key: Uint8Array): PageCursorEncryption => {
  const cipherOf = ({ name }: NamedRoute) => createTextCipher(key, `glemsom 1 cursor ${name}`)
  return {
    decryptQuery: (route, query) => {
      const { cursor } = query
      if (cursor === undefined || !hasPages(route)) return E.right(query)
      const text = typeof cursor === 'string' ? cipherOf(route).decryptText(cursor) : undefined
      return text === undefined ? E.left(unknownCursor) : E.right({ ...query, cursor: text.trimEnd() })
    },
    encryptAnswer: (route, answer) => {
      const { next } = answer.body as { readonly next?: unknown }
      if (typeof next !== 'string' || !hasPages(route)) return answer
      return { ...answer, body: { ...answer.body, next: cipherOf(route).encryptText(next) } }
    },
  }
}
