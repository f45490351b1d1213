import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { BorrowerId } from '../../../../domain/values/ids'
import { Role, type Caller } from './caller'
import type { TokenIsRefused } from './tokens'

const Claims = t.type({ sub: t.string, role: Role })

const refused: TokenIsRefused = { _tag: 'TokenIsRefused' }

/** Who a token speaks for. A borrower's must name a borrower id. */
export const callerOf = (claims: unknown): E.Either<TokenIsRefused, Caller> =>
  pipe(
    Claims.decode(claims),
    E.mapLeft(() => refused),
    E.chain(({ sub, role }): E.Either<TokenIsRefused, Caller> => {
      if (role !== 'borrower') return sub === '' ? E.left(refused) : E.right({ role, subject: sub })
      return BorrowerId.is(sub) ? E.right({ role, subject: sub }) : E.left(refused)
    }),
  )
