import { pipe } from 'fp-ts/function'
import type * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { nothing, shape, type AnyShape, type Shape } from '../codecs/shape'
import type { Failure } from '../problems/failure'
import type { Role } from '../tokens/caller'
import { AfterToken } from '../edge/after'
import type { Handle } from './call'
import { decodeRequest } from './decode-request'
import type { Area, Asked, Method, Route } from './route'

interface About {
  readonly path: string
  readonly name: string
  readonly about: string
  readonly area: Area
  readonly roles: 'anyone' | ReadonlyArray<Role>
}

interface Reading<P, Q, A> extends About {
  readonly params?: Shape<P>
  readonly query?: Shape<Q>
  readonly answer: t.Type<A>
  readonly handle: Handle<P, Q, unknown, A>
}

interface Commanding<P, B, A> extends About {
  readonly method: Exclude<Method, 'get'>
  readonly params?: Shape<P>
  readonly body?: Shape<B>
  readonly answer: Shape<A>
  readonly status?: Route['status']
  readonly ifMatch?: Route['ifMatch']
  readonly refusals?: Route['refusals']
  readonly handle: Handle<P, unknown, B, A>
}

const runWith =
  <P, Q, B, A>(
    parts: { readonly params: Shape<P>; readonly query: Shape<Q>; readonly body: Shape<B> },
    handle: Handle<P, Q, B, A>,
  ) =>
  ({ params, query, body, ...asked }: Asked) =>
    pipe(
      TE.fromEither(decodeRequest(parts)({ params, query, body })),
      TE.mapLeft((failure): Failure => failure),
      TE.bindTo('decoded'),
      TE.bind('origin', ({ decoded }) => TE.fromEither(asked.origin(decoded))),
      TE.chain(({ decoded, origin }) => handle({ ...asked, ...decoded, origin })),
    )

const noShape = <A>(): Shape<A> => nothing as AnyShape

/** A route that reads. */
export const read = <P, Q, A>({
  params = noShape(),
  query = noShape(),
  handle,
  ...route
}: Reading<P, Q, A>): Route => ({
  ...route,
  method: 'get',
  params,
  query,
  body: undefined,
  status: 200,
  kind: 'read',
  ifMatch: 'no',
  refusals: [],
  run: runWith({ params, query, body: noShape() }, handle),
})

/** A command's answer names a position in the logs, so that the caller can read what it wrote. */
const withAfter = <A>(answer: Shape<A>): AnyShape =>
  shape(answer.name, { ...answer.required, after: AfterToken }, answer.optional)

/** A route that changes something. */
export const command = <P, B, A>(commanding: Commanding<P, B, A>): Route => {
  const {
    params = noShape<P>(),
    body,
    answer,
    handle,
    status = 200,
    ifMatch = 'no',
    refusals = [],
    ...route
  } = commanding
  return {
    ...route,
    params,
    query: nothing,
    body,
    answer: withAfter(answer),
    status,
    kind: 'command',
    ifMatch,
    refusals,
    run: runWith({ params, query: nothing, body: body ?? noShape<B>() }, handle),
  }
}
