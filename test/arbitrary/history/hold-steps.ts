import { HoldProlonged } from '../../../domain/hold/events/hold-prolonged'
import { HoldReleased } from '../../../domain/hold/events/hold-released'
import { HoldSet } from '../../../domain/hold/events/hold-set'
import type { DomainEvent } from '../../../domain/event/domain-event'
import { addDays } from '../../../domain/values/day'
import type { HoldId, ScopeId } from '../../../domain/values/ids'
import { addMonths, lastDayOfMonth, monthOf } from '../../../domain/values/month'
import { addScope, canaryText, ifPresent, type HistoryStep } from './history-state'

const explanation = { basis: canaryText, reason: canaryText }

/** A hold on a borrower, which is then prolonged, released or neither. */
const setHold: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id: borrower }) => {
    const hold = addScope<HoldId>(history, 'hold', borrower)
    const decided = { borrower, by: canaryText, why: canaryText }
    const scope = borrower as string as ScopeId
    const lastDay = lastDayOfMonth(monthOf(history.day))
    const later = lastDayOfMonth(addMonths(1)(monthOf(addDays(1)(lastDay))))
    history.circulation.push(
      HoldSet(
        { hold, lastDay },
        { hold: { ...decided, scope, class: 'borrower', caseNumber: canaryText, explanation } },
      ),
    )
    const then: ReadonlyArray<ReadonlyArray<DomainEvent>> = [
      [],
      [HoldProlonged({ hold, lastDay: later }, { hold: decided })],
      [HoldReleased({ hold }, { hold: decided })],
    ]
    history.circulation.push(...choose(then)!)
  })

export const holdSteps = [setHold]
