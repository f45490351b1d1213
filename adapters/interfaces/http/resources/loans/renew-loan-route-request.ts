import type * as t from 'io-ts'
import { CopyId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { objectCodec } from '../../codecs/object-codec'
import { OverrideReasonCodec } from '../override-reason'
import type { RouteRequest } from '../../route/route-handler'
import type { LoanPathParameters } from './find-loan-for-caller'

/** The body of a request to renew a loan. */
export const RenewLoanBody = objectCodec(
  'RenewLoan',
  {},
  { actedAt: Instant, copy: CopyId, overrideReason: OverrideReasonCodec },
)

export type RenewLoanRouteRequest = RouteRequest<
  t.TypeOf<typeof LoanPathParameters>,
  unknown,
  t.TypeOf<typeof RenewLoanBody>
>
