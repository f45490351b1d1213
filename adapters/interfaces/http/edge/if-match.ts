import * as E from 'fp-ts/Either'
import { edge } from '../problems/edge-failure'
import type { Failure } from '../problems/failure'
import type { Route } from '../route/route'

const quoted = /^"([^"]{1,100})"$/

/** The one strong ETag that a request names; a weak or malformed one, or a list, matches nothing. */
export const ifMatchOf =
  ({ ifMatch }: Pick<Route, 'ifMatch'>) =>
  (header: string | undefined): E.Either<Failure, string | undefined> => {
    if (ifMatch === 'no') return E.right(undefined)
    if (header === undefined) return ifMatch === 'must' ? E.left(edge('PreconditionIsMissing')) : E.right(undefined)
    if (header === '*') return E.right(undefined)
    const etag = quoted.exec(header)?.[1]
    return etag === undefined ? E.left(edge('PreconditionFailed')) : E.right(etag)
  }
