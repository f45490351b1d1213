import * as E from 'fp-ts/Either'
import type { HttpRequestFailure, FieldError } from '../problems/http-request-failure'
import { maxFieldErrors, toFieldErrors } from '../problems/field-errors'
import type { ObjectCodec } from '../codecs/object-codec'

/** Path, query and body of a request, decoded. */
interface DecodedRequest<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
}

interface RequestCodecs<P, Q, B> {
  readonly params: ObjectCodec<P>
  readonly query: ObjectCodec<Q>
  readonly body: ObjectCodec<B>
}

type RawRequest = { readonly [K in keyof RequestCodecs<unknown, unknown, unknown>]: unknown }

const fieldErrorsIn =
  (part: FieldError['in']) =>
  (decoded: ReturnType<ObjectCodec<unknown>['decode']>): ReadonlyArray<FieldError> =>
    decoded._tag === 'Left' ? toFieldErrors(part)(decoded.left) : []

/** Decodes path, query and body. The first 20 errors are answered together. */
export const decodeRequest =
  <P, Q, B>(codecs: RequestCodecs<P, Q, B>) =>
  (raw: RawRequest): E.Either<HttpRequestFailure, DecodedRequest<P, Q, B>> => {
    const params = codecs.params.decode(raw.params)
    const query = codecs.query.decode(raw.query)
    const body = codecs.body.decode(raw.body)
    if (params._tag === 'Right' && query._tag === 'Right' && body._tag === 'Right')
      return E.right({ params: params.right, query: query.right, body: body.right })
    const errors = [...fieldErrorsIn('path')(params), ...fieldErrorsIn('query')(query), ...fieldErrorsIn('body')(body)]
    return E.left({ _tag: 'RequestIsInvalid', errors: errors.slice(0, maxFieldErrors) })
  }
