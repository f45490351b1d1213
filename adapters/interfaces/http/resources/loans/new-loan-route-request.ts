import type * as t from 'io-ts'
import { BranchId, CopyId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { CardNumber } from '../../codecs/text-pattern-codecs'
import { objectCodec } from '../../codecs/object-codec'
import { OverrideReasonCodec } from '../override-reason'
import type { RouteRequest } from '../../route/route-handler'
import { BorrowerOrNull } from './borrower-or-card-in-body'

/** The body of a request to lend a copy. */
export const NewLoanBody = objectCodec(
  'NewLoan',
  { copy: CopyId, borrower: BorrowerOrNull, branch: BranchId },
  { card: CardNumber, actedAt: Instant, overrideReason: OverrideReasonCodec },
)

export type NewLoanRouteRequest = RouteRequest<unknown, unknown, t.TypeOf<typeof NewLoanBody>>
