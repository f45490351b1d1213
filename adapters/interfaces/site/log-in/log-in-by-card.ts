import type { Request } from 'express'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { BorrowerId } from '../../../../domain/values/ids'
import type { LogInNotice } from '../../pages/log-in/log-in-texts'
import { failureTagOf } from '../../http/problems/problem-details'
import { requestSourceOf } from '../../http/request-handling/request-source-of'
import { runRouteForCaller } from '../../http/request-handling/run-route-for-caller'
import { lookUpBorrowerRoute } from '../../http/resources/borrowers/look-up-borrower-route'
import { textsOf } from '../page/form-values'
import { websiteCaller } from './website-caller'
import type { SiteDependencies } from '../page/site-dependencies'

const noticesByFailure: Readonly<Record<string, LogInNotice>> = {
  BorrowerIsUnknown: 'cardOrPinIsWrong',
  RequestIsInvalid: 'cardOrPinIsWrong',
  LogInIsLocked: 'cardIsLocked',
  LogInIsRefused: 'logInIsRefused',
}

/** Finds the borrower with the card and the PIN of a form. Whether the card exists is not told. Wrong PINs are counted as everywhere. */
export const logInByCard = (
  { http, state }: Pick<SiteDependencies, 'http' | 'state'>,
  request: Request,
): TE.TaskEither<LogInNotice, BorrowerId> => {
  const { card, pin } = textsOf(request.body)
  const run = runRouteForCaller(http, state, websiteCaller, requestSourceOf(request))
  return pipe(
    run(lookUpBorrowerRoute, { body: { card: card?.trim(), pin } }),
    TE.bimap(
      (failure) => noticesByFailure[failureTagOf(failure)] ?? 'unavailable',
      ({ body: { borrower } }) => borrower,
    ),
  )
}
