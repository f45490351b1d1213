import type * as TE from 'fp-ts/TaskEither'
import type { HttpFailure } from '../../http/problems/http-failure'
import { cancelFeeRoute, reduceFeeRoute, writeOffFeeRoute } from '../../http/resources/fees/unsettled-fee-routes'
import { oreOfText } from '../page/ore-of-text'
import type { StaffFormRequest } from './define-staff-page'

/** What staff decide on a fee that is owed, with a reason. */
export const decideOnFee = ({ run, fields, idempotencyKey }: StaffFormRequest): TE.TaskEither<HttpFailure, unknown> => {
  const { of: fee, decision, reason, by } = fields
  const ofFee = { params: { fee }, idempotencyKey }
  if (decision === 'reduce') return run(reduceFeeRoute, { ...ofFee, body: { by: oreOfText(by), reason } })
  return run(decision === 'cancel' ? cancelFeeRoute : writeOffFeeRoute, { ...ofFee, body: { reason } })
}
