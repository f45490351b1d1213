import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { BorrowerId } from '../../../../domain/values/ids'
import { CallerRole, type HttpCaller } from './caller'
import type { TokenIsRefused } from './token-verifier'

const ClaimsCodec = t.type({ sub: t.string, role: CallerRole })

const refused: TokenIsRefused = { _tag: 'TokenIsRefused' }

/** The caller that the claims of a token name. The subject of a borrower must be a borrower id. */
export const callerFromClaims = (claims: unknown): E.Either<TokenIsRefused, HttpCaller> =>
  pipe(
    ClaimsCodec.decode(claims),
    E.mapLeft(() => refused),
    E.chain(({ sub, role }): E.Either<TokenIsRefused, HttpCaller> => {
      if (role !== 'borrower') return sub === '' ? E.left(refused) : E.right({ role, subject: sub })
      return BorrowerId.is(sub) ? E.right({ role, subject: sub }) : E.left(refused)
    }),
  )
