import * as E from 'fp-ts/Either'
import type { Failure } from '../problems/failure'
import type { Route } from '../route/route'
import { AfterToken } from './after'

/** A query without the position it names, and the position. */
export interface ReadQuery {
  readonly after: string | undefined
  readonly rest: Readonly<Record<string, unknown>>
}

const malformed: Failure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'query',
      pointer: '/after',
      must: { da: 'skal være et svar på en kommando', en: 'must be what a command has answered' },
    },
  ],
}

/** Takes `after` out of a read's query. */
export const afterIn = (
  { kind }: Pick<Route, 'kind'>,
  query: Readonly<Record<string, unknown>>,
): E.Either<Failure, ReadQuery> => {
  if (kind === 'command') return E.right({ after: undefined, rest: query })
  const { after, ...rest } = query
  if (after === undefined) return E.right({ after, rest })
  return AfterToken.is(after) ? E.right({ after, rest }) : E.left(malformed)
}
