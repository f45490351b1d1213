import * as E from 'fp-ts/Either'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import type { Route } from '../route/route'

const strongEtag = /^"([^"]{1,100})"$/

/** What RFC 9110, section 13.1.1, allows: one ETag or several, each in quotes. */
const etagList = /^(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*$/

const malformedEtag: HttpFailure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'header',
      pointer: 'If-Match',
      text: {
        da: 'skal være den ETag, du har læst, i anførselstegn: "r3"',
        en: 'must be the ETag that you read, in quotes: "r3"',
      },
    },
  ],
}

/** Reads the ETag of If-Match. A weak ETag, or a list, matches nothing. */
export const readIfMatch =
  ({ ifMatch }: Pick<Route, 'ifMatch'>) =>
  (header: string | undefined): E.Either<HttpFailure, string | undefined> => {
    if (ifMatch === 'no') return E.right(undefined)
    if (header === undefined)
      return ifMatch === 'must' ? E.left(httpRequestFailure('PreconditionIsMissing')) : E.right(undefined)
    if (header === '*') return E.right(undefined)
    const etag = strongEtag.exec(header)?.[1]
    if (etag !== undefined) return E.right(etag)
    return E.left(etagList.test(header) ? httpRequestFailure('PreconditionFailed') : malformedEtag)
  }
