import { eventDefinitions } from '../../../domain/event-definitions'
import type { AnyEventDefinition } from '../../../domain/event/define-event'
import { scopeClasses } from '../../../domain/event/scope-class'
import { streamCategories } from '../../../domain/event/stream'
import { deletionClasses, deletionClassesForPeriods } from '../../../retention/classes/deletion-classes'
import { defaultRetentionPeriods } from '../../../retention/classes/retention-periods'
import { erasureDueAfterDays } from '../../../retention/classes/retention-period'

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
    expect(loan.endedBy.map(({ after }) => after)).toEqual(loan.endedBy.map(() => erasureDueAfterDays(7)))
  })
})
