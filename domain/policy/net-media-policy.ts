import type { MunicipalityCode } from '../values/ids'
import type { BorrowerStanding } from './borrower-standing'
import { isBorrowerBlocked } from './is-borrower-blocked'
import type { Policy } from './policy'

/** Who may use the net media (netmedier) of the library. */
export interface NetMediaPolicy {
  /** The municipalities whose residents may. When none is named, residents of every municipality may. */
  readonly municipalities: ReadonlyArray<MunicipalityCode>
}

export const defaultNetMediaPolicy: NetMediaPolicy = { municipalities: [] }

/** A borrower whose municipality is unknown may where none is named, and not where some are. */
const isResidentWhoMay =
  ({ municipalities }: NetMediaPolicy) =>
  ({ municipality }: Pick<BorrowerStanding, 'municipality'>): boolean =>
    municipalities.length === 0 || (municipality !== null && municipalities.includes(municipality))

/**
 * Whether a borrower may use net media: the municipality of residence gives the right ("used for ... the right to use net
 * media"), and "a blocked borrower cannot use the library", also one who is blocked for debt.
 */
export const mayUseNetMedia =
  (policy: Policy) =>
  (standing: BorrowerStanding): boolean =>
    isResidentWhoMay(policy.netMedia)(standing) && !isBorrowerBlocked(policy)(standing)
