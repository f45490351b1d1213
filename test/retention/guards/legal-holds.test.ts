import { readLegalHolds } from '../../../adapters/composition/holds/read-legal-holds'
import type { DamagedEvent } from '../../../adapters/processes/damage/damaged-event-registry'
import type { StreamName } from '../../../domain/event/stream'
import { addDays, type Day } from '../../../domain/values/day'
import type { EventId, HoldId, ScopeId } from '../../../domain/values/ids'
import { isUnderLegalHold, noLegalHolds } from '../../../retention/guards/legal-holds'
import { inMemoryReadModels } from '../../fixtures/in-memory-read-models'
import { makeInMemoryLibrary, randomId } from '../in-memory-library'
import * as history from '../record-history'

const today = '2026-03-01' as Day
const loan = { scope: randomId<ScopeId>(), class: 'loan' } as const

const damagedHold = (recorded: string): DamagedEvent => ({
  ...{ log: 'circulation', stream: `hold-${randomId<HoldId>()}` as StreamName, revision: 0, reason: 'not JSON' },
  found: { id: randomId<EventId>(), scopes: [], recorded, digest: '' },
})

const unreadableOn = (damaged: DamagedEvent, day: Day): number => {
  const library = makeInMemoryLibrary(addDays(-1)(day))
  library.record('circulation', `day-${library.today}`, { type: 'DayClosed', open: { day: library.today } })
  library.catchUpSchedule()
  const { rows } = inMemoryReadModels()
  const damagedEvents = { list: () => [damaged] }
  return readLegalHolds({ rows, schedule: library.schedule, damagedEvents, today: () => day }).unreadable
}

describe('a legal hold that cannot be read', () => {
  it('may name any record of a borrower, so none is erased, and what names nobody is', () => {
    const heldBack = isUnderLegalHold({ ...noLegalHolds, unreadable: 1 })
    expect(heldBack(loan)).toBe(true)
    expect(heldBack({ ...loan, class: 'borrower' })).toBe(true)
    expect(heldBack({ ...loan, class: 'hold' })).toBe(true)
    expect(heldBack({ ...loan, class: 'idempotency' })).toBe(false)
  })

  it('counts for as long as a hold that was recorded on its day can last, whatever its last day says', () => {
    expect(unreadableOn(damagedHold('2026-03-10'), '2027-03-31' as Day)).toBe(1)
    expect(unreadableOn(damagedHold('2026-03-10'), '2027-04-01' as Day)).toBe(0)
  })

  it('counts until it is repaired when its day cannot be read either', () => {
    expect(unreadableOn(damagedHold('yesterday'), '2036-01-01' as Day)).toBe(1)
  })

  it('is refused as a reason, and what is late because of it is overdue', async () => {
    const library = makeInMemoryLibrary(today)
    history.recordLoanAndReturn(library)
    library.holds = { unreadable: 1 }
    const { refused, statusAfter } = await history.passNights(library, 33)
    expect(refused).toEqual([{ _tag: 'HoldsAreUnreadable', holds: 1 }])
    expect(statusAfter).toMatchObject({ overdue: 1, onHold: 1, unreadableHolds: 1 })
    expect(library.erasedScopes()).toEqual([])
  })
})
