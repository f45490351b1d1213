import type { DecideFromState } from './decide-fee-from-state'
import { isAtCollector } from './fee-collection'
import { refuseFeeCommand } from './fee-refusal'
import type { FeeTransactionRole } from './fee-transaction-role'

/**
 * Staff change nothing of a fee that is at the collector (`FeeIsPassedOn`): they recall it first. What a rule decides, such
 * as that a found copy is not to be paid for, holds there too.
 */
export const unlessAtCollector =
  (role: FeeTransactionRole) =>
  (decide: DecideFromState): DecideFromState =>
  (state) =>
    role === 'staff' &&
    state._tag === 'Owed' &&
    state.debt._tag === 'Plain' &&
    isAtCollector(state.debt.value.collection)
      ? refuseFeeCommand('FeeIsPassedOn')
      : decide(state)
