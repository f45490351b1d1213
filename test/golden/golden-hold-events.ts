import { HoldProlonged } from '../../domain/hold/events/hold-prolonged'
import { HoldReleased } from '../../domain/hold/events/hold-released'
import { HoldSet } from '../../domain/hold/events/hold-set'
import type { ScopeId } from '../../domain/values/ids'
import { ditte as borrower, hold, on, returnedLoan } from './golden-ids'
import { goldenStream } from './golden-stream'

const decided = { borrower, by: 'Jens Jensen', why: 'Politiet har bedt om det' }
const explanation = { basis: 'GDPR artikel 17, stk. 3, litra e', reason: 'Du har klaget over en afgørelse' }
const scope = returnedLoan as string as ScopeId

/** Each event of a legal hold. */
export const goldenHoldEvents = [
  ...goldenStream('circulation', 'hold', hold, on('03-20'))(
    HoldSet({ hold, lastDay: on('04-30') }, { hold: { ...decided, scope, class: 'loan', caseNumber: '2026-17', explanation } }),
    HoldProlonged({ hold, lastDay: on('06-30') }, { hold: decided }),
    HoldReleased({ hold }, { hold: decided }),
  ),
]
