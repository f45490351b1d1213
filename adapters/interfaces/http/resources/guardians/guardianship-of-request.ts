import { pipe } from 'fp-ts/function'
import * as E from 'fp-ts/Either'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { GuardianshipId } from '../../../../../domain/values/ids'
import { guardianOfGuardianship, type RegisteredGuardian } from '../../../../../projections/guardians/guardian-queries'
import type { ReadModelRows } from '../../../../../projections/read-model/read-model-rows'
import { requireOwnGuardianship } from '../../access/require-own-guardianship'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import type { RouteRequest } from '../../route/route-handler'
import { requireFound } from '../read-caught-up-rows'

export const GuardianshipPathParameters = objectCodec('GuardianshipPath', { guardianship: GuardianshipId })

/**
 * The guardian whom the path of a request names. Refuses a guardian what their token does not name, and everybody a
 * guardianship that has ended (`GuardianIsUnknown`).
 */
export const guardianOfRequest =
  ({
    caller,
    params: { guardianship },
  }: Pick<RouteRequest<{ readonly guardianship: GuardianshipId }, unknown, unknown>, 'caller' | 'params'>) =>
  (rows: ReadModelRows): E.Either<HttpFailure, RegisteredGuardian> =>
    pipe(
      requireOwnGuardianship(caller)(guardianship),
      E.chain(() =>
        requireFound<RegisteredGuardian>(commandRefused({ _tag: 'GuardianIsUnknown' }))(
          guardianOfGuardianship(guardianship)(rows),
        ),
      ),
    )
