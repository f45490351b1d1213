import * as t from 'io-ts'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { Day } from '../../values/day'
import { BorrowerId, HoldId, ScopeId } from '../../values/ids'
import { HeldClass, HoldableClass } from '../holdable-class'
import { HoldExplanation } from '../hold-explanation'

const open = { hold: HoldId, lastDay: Day }
const members = { borrower: BorrowerId, scope: ScopeId, by: t.string, why: t.string, caseNumber: t.string }

/** The first version, of holds that the borrower is not told of. */
export const HoldSetVersion1: AnyEventDefinition & { readonly type: 'HoldSet' } = defineEvent('HoldSet', 1, {
  open,
  sealed: { hold: { ...members, class: HoldableClass } },
})

/**
 * A legal hold was set: a scope is not erased while the hold stands. It stands until its last day, which is the last day
 * of a month, is closed. Which scope is held, whose, why, and what the borrower is told of it, is erased with the hold.
 * `explanation` is null for a hold that may not be told. The borrower of a held recording is the one with whom there is a dispute.
 */
export const HoldSet = defineEvent(
  'HoldSet',
  2,
  { open, sealed: { hold: { ...members, class: HeldClass, explanation: nullable(HoldExplanation) } } },
  { open: (part) => part, sealed: { hold: (part) => ({ ...(part as object), explanation: null }) } },
)
export type HoldSet = EventOf<typeof HoldSet>
