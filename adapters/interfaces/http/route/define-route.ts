import { flow } from 'fp-ts/function'
import type * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { emptyObjectCodec, objectCodec, type AnyObjectCodec, type ObjectCodec } from '../codecs/object-codec'
import type { HttpFailure } from '../problems/http-failure'
import { addBodyPointerToFailure, type BodyMemberByKindOfThing } from '../problems/failure-about-body-member'
import type { CallerRole } from '../tokens/caller'
import { AfterToken } from '../request-handling/after-token'
import type { RouteAnswer, RouteHandler } from './route-handler'
import { decodeRequest } from './decode-request'
import { recordLooksOfStaff, type RecordsInAnswer } from './record-looks-of-staff'
import type { TextRepresentation } from './text-representation'
import type { ApiTag, UndecodedRouteRequest, HttpMethod, Route } from './route'

interface RouteDescription {
  readonly path: string
  readonly name: string
  readonly summary: string
  readonly tag: ApiTag
  readonly roles: 'anyone' | ReadonlyArray<CallerRole>
  readonly headers?: Route['headers']
}

interface ReadRouteDefinition<P, Q, A> extends RouteDescription {
  readonly params?: ObjectCodec<P>
  readonly query?: ObjectCodec<Q>
  readonly answer: t.Type<A>
  /** Without personal values: auditors would get marks in their place, which a text cannot show. */
  readonly textRepresentations?: ReadonlyArray<TextRepresentation<A>>
  readonly extraStatuses?: Route['extraStatuses']
  /** Whose records the answer shows: staff who get it have looked at each of them. None unless it is given. */
  readonly opensRecordsOf?: RecordsInAnswer<P, A>
  readonly handle: RouteHandler<P, Q, unknown, A>
}

interface CommandRouteDefinition<P, B, A> extends RouteDescription {
  readonly method: Exclude<HttpMethod, 'get'>
  readonly params?: ObjectCodec<P>
  readonly body?: ObjectCodec<B>
  readonly receives?: Route['receives']
  /** The members of the body that name a borrower, a copy or fees. An unknown one answers 422 with a pointer to it. */
  readonly namedInBody?: BodyMemberByKindOfThing<keyof B & string>
  readonly answer: ObjectCodec<A>
  readonly status?: Route['status']
  readonly ifMatch?: Route['ifMatch']
  readonly extraStatuses?: Route['extraStatuses']
  readonly handle: RouteHandler<P, unknown, B, NoInfer<A>>
}

const decodeAndHandle =
  <P, Q, B, A>(
    codecs: { readonly params: ObjectCodec<P>; readonly query: ObjectCodec<Q>; readonly body: ObjectCodec<B> },
    handle: RouteHandler<P, Q, B, A>,
  ) =>
  ({ params, query, body, ...context }: UndecodedRouteRequest): TE.TaskEither<HttpFailure, RouteAnswer<A>> => {
    const decoded = decodeRequest(codecs)({ params, query, body })
    if (decoded._tag === 'Left') return TE.left(decoded.left)
    const origin = context.origin(decoded.right)
    return origin._tag === 'Left'
      ? TE.left(origin.left)
      : handle({ ...context, ...decoded.right, origin: origin.right })
  }

const noFields = <A>(): ObjectCodec<A> => emptyObjectCodec as AnyObjectCodec

const toUntypedRepresentation = <A>(form: TextRepresentation<A>): TextRepresentation<unknown> => ({
  ...form,
  write: (body) => form.write(body as A),
})

/** Defines a route that reads. */
export const defineReadRoute = <P, Q, A>({
  params = noFields(),
  query = noFields(),
  textRepresentations = [],
  extraStatuses = [],
  headers = [],
  opensRecordsOf,
  handle,
  ...route
}: ReadRouteDefinition<P, Q, A>): Route<A> => ({
  ...route,
  method: 'get',
  format: 'json',
  params,
  query,
  body: undefined,
  textRepresentations: textRepresentations.map(toUntypedRepresentation),
  status: 200,
  kind: 'read',
  ifMatch: 'no',
  headers,
  extraStatuses,
  opensRecords: opensRecordsOf !== undefined,
  run: decodeAndHandle({ params, query, body: noFields() }, recordLooksOfStaff(opensRecordsOf, handle)),
})

/** Adds `after` to a command's answer: the caller can read what it wrote. */
const withAfterToken = <A>(answer: ObjectCodec<A>): AnyObjectCodec =>
  objectCodec(answer.name, { ...answer.required, after: AfterToken }, answer.optional)

/** The names of the members that the body of a route may have. */
const membersOfBody = (body: AnyObjectCodec | undefined): ReadonlySet<string> =>
  new Set(body === undefined ? [] : Object.keys({ ...body.required, ...body.optional }))

/** Defines a route that changes something. */
export const defineCommandRoute = <P, B, A>(definition: CommandRouteDefinition<P, B, A>): Route<A> => {
  const {
    params = noFields<P>(),
    body,
    namedInBody = {},
    answer,
    handle,
    status = 200,
    ifMatch = 'no',
    extraStatuses = [],
    headers = [],
    ...route
  } = definition
  return {
    ...route,
    params,
    query: emptyObjectCodec,
    body,
    answer: withAfterToken(answer),
    format: 'json',
    textRepresentations: [],
    status,
    kind: 'command',
    ifMatch,
    headers,
    extraStatuses,
    opensRecords: false,
    run: flow(
      decodeAndHandle({ params, query: emptyObjectCodec, body: body ?? noFields<B>() }, handle),
      TE.mapLeft(addBodyPointerToFailure(namedInBody, membersOfBody(body))),
    ),
  }
}
