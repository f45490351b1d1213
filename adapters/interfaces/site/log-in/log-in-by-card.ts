import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerId } from '../../../../domain/values/ids'
import type { LogInNotice } from '../../pages/log-in/log-in-texts'
import { failureTagOf } from '../../http/problems/problem-details'
import { runRouteForCaller } from '../../http/request-handling/run-route-for-caller'
import { lookUpBorrowerRoute } from '../../http/resources/borrowers/look-up-borrower-route'
import { websiteCaller } from './website-caller'
import type { SiteDependencies } from '../page/site-dependencies'

const noticesByFailure: Readonly<Record<string, LogInNotice>> = {
  BorrowerIsUnknown: 'cardOrPinIsWrong',
  RequestIsInvalid: 'cardOrPinIsWrong',
  LogInIsLocked: 'cardIsLocked',
  LogInIsRefused: 'logInIsRefused',
}

/** Finds the borrower with a card and its PIN. Whether the card exists is not told. Wrong PINs are counted as everywhere. */
export const logInByCard = (
  { http, state }: Pick<SiteDependencies, 'http' | 'state'>,
  card: string | undefined,
  pin: string | undefined,
): TE.TaskEither<LogInNotice, BorrowerId> =>
  pipe(
    runRouteForCaller(http, state, websiteCaller, { session: undefined })(lookUpBorrowerRoute, {
      body: { card: card?.trim(), pin },
    }),
    TE.bimap(
      (failure) => noticesByFailure[failureTagOf(failure)] ?? 'unavailable',
      ({ body: { borrower } }) => borrower,
    ),
  )
