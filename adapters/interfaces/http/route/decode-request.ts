import * as E from 'fp-ts/Either'
import type { EdgeFailure, FieldError } from '../problems/edge-failure'
import { fieldErrors } from '../problems/field-errors'
import type { Shape } from '../codecs/shape'

/** The three parts of a request, decoded. */
export interface Decoded<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
}

interface Parts<P, Q, B> {
  readonly params: Shape<P>
  readonly query: Shape<Q>
  readonly body: Shape<B>
}

type Given = { readonly [K in keyof Parts<unknown, unknown, unknown>]: unknown }

const errorsIn =
  (part: FieldError['in']) =>
  (decoded: ReturnType<Shape<unknown>['decode']>): ReadonlyArray<FieldError> =>
    decoded._tag === 'Left' ? fieldErrors(part)(decoded.left) : []

/** Decodes path, query and body; all that is wrong is told at once. */
export const decodeRequest =
  <P, Q, B>(parts: Parts<P, Q, B>) =>
  (given: Given): E.Either<EdgeFailure, Decoded<P, Q, B>> => {
    const params = parts.params.decode(given.params)
    const query = parts.query.decode(given.query)
    const body = parts.body.decode(given.body)
    if (params._tag === 'Right' && query._tag === 'Right' && body._tag === 'Right')
      return E.right({ params: params.right, query: query.right, body: body.right })
    const errors = [...errorsIn('path')(params), ...errorsIn('query')(query), ...errorsIn('body')(body)]
    return E.left({ _tag: 'RequestIsInvalid', errors })
  }
