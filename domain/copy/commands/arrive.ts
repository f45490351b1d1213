import { either as E } from 'fp-ts'
import type { BranchId } from '../../values/ids'
import type { Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import type { Decision } from '../decision'
import { readying } from '../readying'
import { refuse, refuseAsItIs } from '../refusal'

/** Puts a copy on the pick-up shelf of the branch where it has arrived. */
export interface Arrive {
  readonly type: 'Arrive'
  readonly branch: BranchId
  readonly pickUpNumber: string
  readonly at: Instant
}

/** Refused at another branch than that of the pick-up: there the copy is handed in, and sent on. */
export const arrive =
  (policy: Policy) =>
  ({ branch, pickUpNumber, at }: Arrive): Decision =>
  (state) => {
    if (state._tag !== 'SetAside' && state._tag !== 'InTransit') return refuseAsItIs(state)
    const { setAside, keptFor, item } = state
    if (keptFor._tag === 'Erased') return refuse({ _tag: 'ReservationIsForgotten' })
    if (keptFor.value.pickUpBranch !== branch) return refuse({ _tag: 'NotThePickUpBranch' })
    return E.right([readying(policy)(setAside, keptFor.value, pickUpNumber, at)(item)])
  }
