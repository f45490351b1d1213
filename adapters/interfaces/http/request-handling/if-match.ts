import * as E from 'fp-ts/Either'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import type { Route } from '../route/route'

const strongEtag = /^"([^"]{1,100})"$/

/** Reads the ETag of If-Match. A weak or malformed ETag, or a list, matches nothing. */
export const readIfMatch =
  ({ ifMatch }: Pick<Route, 'ifMatch'>) =>
  (header: string | undefined): E.Either<HttpFailure, string | undefined> => {
    if (ifMatch === 'no') return E.right(undefined)
    if (header === undefined)
      return ifMatch === 'must' ? E.left(httpRequestFailure('PreconditionIsMissing')) : E.right(undefined)
    if (header === '*') return E.right(undefined)
    const etag = strongEtag.exec(header)?.[1]
    return etag === undefined ? E.left(httpRequestFailure('PreconditionFailed')) : E.right(etag)
  }
