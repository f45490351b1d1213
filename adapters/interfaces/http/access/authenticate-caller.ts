import * as TE from 'fp-ts/TaskEither'
import type { HttpDependencies } from '../request-handling/http-dependencies'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import type { Route } from '../route/route'
import { anonymousCaller, type HttpCaller } from '../tokens/caller'
import { tokenIsRefused } from '../tokens/token-verifier'
import { admitCaller } from './admit-caller'

const bearerScheme = /^Bearer(?: |$)/i
const bearerPattern = /^Bearer +([0-9A-Za-z._~+/=-]{1,8192})$/i

/**
 * Reads the caller from the bearer token, and admits them. A route for anyone ignores tokens: no identity is read there. A request that logs in by another scheme has no token (RFC 6750, section 3.1).
 */
export const authenticateCaller =
  ({ tokenVerifier, library }: Pick<HttpDependencies, 'tokenVerifier' | 'library'>, route: Pick<Route, 'roles'>) =>
  (authorization: string | undefined): TE.TaskEither<HttpFailure, HttpCaller> => {
    if (route.roles === 'anyone') return TE.right(anonymousCaller)
    if (authorization === undefined || !bearerScheme.test(authorization))
      return TE.left(httpRequestFailure('TokenIsMissing'))
    const token = bearerPattern.exec(authorization)?.[1]
    return token === undefined
      ? TE.left(tokenIsRefused('tokenMalformed'))
      : async () => {
          const verified = await tokenVerifier.verify(token)()
          return verified._tag === 'Left' ? verified : admitCaller(library.rows, route)(verified.right)
        }
  }
