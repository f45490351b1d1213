import * as E from 'fp-ts/Either'
import type { BorrowerState } from '../../../../../domain/borrower/borrower-state'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import type { HttpFailure } from '../../problems/http-failure'

/** Refuses a borrower who is not registered: `BorrowerIsUnknown`. */
export const requireRegistered = ({ state }: { readonly state: BorrowerState }): E.Either<HttpFailure, void> =>
  state._tag === 'Registered' ? E.right(undefined) : E.left(commandRefused({ _tag: 'BorrowerIsUnknown' }))
