import * as E from 'fp-ts/Either'
import { decrypt, encrypt, joinCiphertext, splitCiphertext } from '../../../../retention/sealing/aes-gcm'
import type { HttpFailure } from '../problems/http-failure'
import type { Route } from '../route/route'
import type { RouteAnswer } from '../route/route-handler'

/** The length of the content is a multiple of this, so that the length of a cursor tells nothing. */
const contentStep = 64

type NamedRoute = Pick<Route, 'name' | 'query'>
type Query = Readonly<Record<string, unknown>>

/**
 * Encrypts the cursors of pages. A cursor holds the sort key of the last entry, and so values that are withheld from an
 * auditor. It is bound to its route: nobody can make one, or use that of another list.
 */
export interface PageCursors {
  /** The query with the cursor decrypted; an error when the cursor was not made for this route. */
  readonly open: (route: NamedRoute, query: Query) => E.Either<HttpFailure, Query>
  /** The answer with its cursor encrypted. */
  readonly close: (route: NamedRoute, answer: RouteAnswer<unknown>) => RouteAnswer<unknown>
}

const unknownCursor: HttpFailure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'query',
      pointer: '/cursor',
      text: {
        da: 'skal være værdien af next i svaret på den foregående side',
        en: 'must be the value of next in the answer with the page before',
      },
    },
  ],
}

const hasPages = ({ query }: NamedRoute): boolean => 'cursor' in query.optional

/** `key`: 32 bytes that all processes of the library have. */
export const createPageCursors = (key: Uint8Array): PageCursors => {
  const boundTo = ({ name }: NamedRoute): Buffer => Buffer.from(`glemsom 1 cursor ${name}`)
  return {
    open: (route, query) => {
      const { cursor } = query
      if (cursor === undefined || !hasPages(route)) return E.right(query)
      const ciphertext = typeof cursor === 'string' ? splitCiphertext(Buffer.from(cursor, 'base64url')) : undefined
      const content = ciphertext && decrypt(key, boundTo(route), ciphertext)
      return content === undefined
        ? E.left(unknownCursor)
        : E.right({ ...query, cursor: content.toString('latin1').trimEnd() })
    },
    close: (route, answer) => {
      const { next } = answer.body as { readonly next?: unknown }
      if (typeof next !== 'string' || !hasPages(route)) return answer
      const padded = next.padEnd(Math.ceil(next.length / contentStep) * contentStep, '\n')
      const cursor = joinCiphertext(encrypt(key, boundTo(route), Buffer.from(padded, 'latin1'))).toString('base64url')
      return { ...answer, body: { ...(answer.body as object), next: cursor } }
    },
  }
}
