import * as E from 'fp-ts/Either'
import type { GuardianshipId } from '../../../../domain/values/ids'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import type { HttpCaller } from '../tokens/caller'

/** Refuses a guardian access to a guardianship that their token does not name. */
export const requireOwnGuardianship =
  (caller: HttpCaller) =>
  (guardianship: GuardianshipId): E.Either<HttpFailure, void> =>
    caller.role === 'guardian' && !caller.guardianships.includes(guardianship)
      ? E.left(httpRequestFailure('NotYourOwn'))
      : E.right(undefined)
