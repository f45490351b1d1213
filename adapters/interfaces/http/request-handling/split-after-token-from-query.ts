import * as E from 'fp-ts/Either'
import type { HttpFailure } from '../problems/http-failure'
import type { Route } from '../route/route'
import { AfterToken, type AfterTokenPositions, type AfterTokens } from './after-token'

/** The query of a read, split into `after` and the rest. */
interface SplitQuery {
  readonly after: AfterTokenPositions | undefined
  readonly rest: Readonly<Record<string, unknown>>
}

const malformedToken: HttpFailure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'query',
      pointer: '/after',
      text: {
        da: 'skal være værdien af after i svaret på en kommando',
        en: 'must be the value of after in the answer of a command',
      },
    },
  ],
}

/** Takes `after` out of the query of a read. */
export const splitAfterTokenFromQuery =
  ({ decode }: Pick<AfterTokens, 'decode'>) =>
  ({ kind }: Pick<Route, 'kind'>, query: Readonly<Record<string, unknown>>): E.Either<HttpFailure, SplitQuery> => {
    if (kind === 'command') return E.right({ after: undefined, rest: query })
    const { after: token, ...rest } = query
    if (token === undefined) return E.right({ after: undefined, rest })
    const after = AfterToken.is(token) ? decode(token) : undefined
    return after === undefined ? E.left(malformedToken) : E.right({ after, rest })
  }
