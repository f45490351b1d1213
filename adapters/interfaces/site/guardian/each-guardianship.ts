import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { GuardianshipId } from '../../../../domain/values/ids'
import type { HttpFailure } from '../../http/problems/http-failure'
import { failureTagOf } from '../../http/problems/problem-details'
import type { PageRequest } from '../page/site-page'

/** Whether the person who has logged in answers for more children than the session names. */
export const hasMoreChildren = ({ caller }: Pick<PageRequest, 'caller'>): boolean =>
  caller.role === 'guardian' && caller.hasMoreChildren === true

/** Reads something of each guardianship of the person who has logged in. One that has ended meanwhile is left out. */
export const readEachGuardianship = <A>(
  { caller }: Pick<PageRequest, 'caller'>,
  read: (guardianship: GuardianshipId) => TE.TaskEither<HttpFailure, A>,
): TE.TaskEither<HttpFailure, ReadonlyArray<A>> =>
  pipe(
    caller.role === 'guardian' ? caller.guardianships : [],
    TE.traverseSeqArray((guardianship) =>
      pipe(
        read(guardianship),
        TE.map((one): ReadonlyArray<A> => [one]),
        TE.orElse((failure) =>
          failureTagOf(failure) === 'GuardianIsUnknown'
            ? TE.right<HttpFailure, ReadonlyArray<A>>([])
            : TE.left<HttpFailure, ReadonlyArray<A>>(failure),
        ),
      ),
    ),
    TE.map((all) => all.flat()),
  )
