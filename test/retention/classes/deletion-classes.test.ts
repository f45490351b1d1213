import { eventDefinitions } from '../../../domain/event-definitions'
import type { AnyEventDefinition } from '../../../domain/event/define-event'
import { scopeClasses } from '../../../domain/event/scope-class'
import { streamCategories } from '../../../domain/event/stream'
import { deletionClasses, deletionClassesForPeriods } from '../../../retention/classes/deletion-classes'
import { defaultRetentionPeriods } from '../../../retention/classes/retention-periods'
import { erasureDueAfterDays } from '../../../retention/classes/retention-period'
import { describeDeletionClass } from '../../../retention/classes/describe-deletion-class'
import type { Day } from '../../../domain/values/day'
import type { LoanId } from '../../../domain/values/ids'
import { makeInMemoryLibrary, randomId } from '../in-memory-library'
import { openClaimedLoanWrittenOff, openLoanClaimedReturned, openLoanStarted, passNights } from '../record-history'

const all: ReadonlyArray<AnyEventDefinition> = eventDefinitions
const openOf = (type: string): ReadonlyArray<string> =>
  Object.keys(all.findLast((definition) => definition.type === type)?.fields.open ?? {})

describe('the table of deletion classes', () => {
  it.each(scopeClasses)(
    'has a row for %s with legal basis, promise, what remains, and the events that name it',
    (name) => {
      const row = deletionClasses[name]
      expect(row.class).toBe(name)
      expect([row.legalBasis, row.promise, row.whatRemains].every((words) => words.length > 10)).toBe(true)
      expect(row.namedBy.length).toBeGreaterThan(0)
      for (const type of row.namedBy) expect(openOf(type)).toContain(name)
    },
  )

  it('reads start conditions from open members alone', () => {
    const conditions = Object.values(deletionClasses).flatMap(({ endedBy: ends, endedAtLatestBy: silence }) => [
      ...ends,
      ...silence,
    ])
    expect(conditions.length).toBeGreaterThan(10)
    for (const { event, scope, from } of conditions)
      expect([...openOf(event), 'recorded']).toEqual(expect.arrayContaining([scope, from]))
  })

  it('gives every scope a latest end, except an unreturned loan and a running import', () => {
    const endless = Object.values(deletionClasses)
      .filter(
        ({ log, endedAtLatestBy: silence, endedBy: ends, namedBy }) =>
          log === 'circulation' && !namedBy.every((type) => [...silence, ...ends].some(({ event }) => event === type)),
      )
      .map(({ class: name }) => name)
    expect(endless).toEqual(['loan', 'import'])
  })

  it('has no end by days in the persons log', () => {
    for (const { log, endedBy: ends } of Object.values(deletionClasses))
      for (const { after } of ends) expect([log, after._tag]).not.toEqual(['persons', 'Days'])
    expect(Object.keys(streamCategories)).toEqual(['circulation', 'persons'])
  })

  it('has periods that a municipality may change', () => {
    const { loan } = deletionClassesForPeriods({ ...defaultRetentionPeriods, loanDays: 7 })
    const afterReturn = loan.endedBy.filter(({ event }) => event !== 'ClaimedLoanWrittenOff')
    expect(afterReturn.map(({ after }) => after)).toEqual(afterReturn.map(() => erasureDueAfterDays(7)))
  })

  it('says of a loan that is written off the day on which it goes: that is its latest end', async () => {
    expect(describeDeletionClass(deletionClasses.loan)).toContain('`ClaimedLoanWrittenOff`: that day')
    const library = makeInMemoryLibrary('2026-03-01' as Day)
    const loan = randomId<LoanId>()
    const stream = 'copy-3274626533'
    library.record('circulation', stream, openLoanStarted(loan, library.today))
    library.record('circulation', stream, openLoanClaimedReturned(loan, '2026-03-10' as Day))
    expect((await passNights(library, 9)).erased).toEqual({})
    library.record('circulation', stream, openClaimedLoanWrittenOff(loan, library.today))
    expect((await library.passMidnight()).erased).toEqual({ loan: 1 })
  })

  it('says of an unpaid fee until when it is kept: 30 days after the day until which it is owed', () => {
    expect(describeDeletionClass(deletionClasses.fee)).toContain(
      'at the latest 30 days after `owedUntil` of `FeeLevied`',
    )
  })
})
