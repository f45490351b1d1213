import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { edge } from '../problems/edge-failure'
import type { Failure } from '../problems/failure'
import type { Route } from '../route/route'
import { anyone, type Caller } from '../tokens/caller'
import type { Tokens } from '../tokens/tokens'
import { mayUse } from './roles'

const bearer = /^Bearer ([0-9A-Za-z._~+/=-]{1,8192})$/i

/** Who asks. On the routes of the catalogue nobody's identity is read, whatever was sent. */
export const callerOfRequest =
  (tokens: Tokens, route: Pick<Route, 'roles'>) =>
  (authorization: string | undefined): TE.TaskEither<Failure, Caller> => {
    if (route.roles === 'anyone') return TE.right(anyone)
    if (authorization === undefined) return TE.left(edge('TokenIsMissing'))
    const token = bearer.exec(authorization)?.[1]
    return token === undefined
      ? TE.left({ _tag: 'TokenIsRefused' })
      : pipe(
          tokens.verify(token),
          TE.mapLeft((failure): Failure => failure),
          TE.chainEitherK(mayUse(route)),
        )
  }
