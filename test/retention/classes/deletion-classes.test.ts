import { definitions } from '../../../domain/catalogue'
import type { Definition } from '../../../domain/event/define-event'
import { scopeClasses } from '../../../domain/event/scope-class'
import { categories } from '../../../domain/event/stream'
import { deletionClasses, deletionClassesUnder } from '../../../retention/classes/deletion-classes'
import { defaultPeriods } from '../../../retention/classes/periods'
import { days } from '../../../retention/classes/period'

const all: ReadonlyArray<Definition> = definitions
const openOf = (type: string): ReadonlyArray<string> =>
  Object.keys(all.find((definition) => definition.type === type)?.fields.open ?? {})

describe('the table of deletion classes', () => {
  it.each(scopeClasses)('has a row for %s that says why, what is kept, and who names it', (name) => {
    const row = deletionClasses[name]
    expect(row.class).toBe(name)
    expect([row.legalBasis, row.promise, row.kept].every((words) => words.length > 10)).toBe(true)
    expect(row.namedBy.length).toBeGreaterThan(0)
    for (const type of row.namedBy) expect(openOf(type)).toContain(name)
  })

  it('reads start conditions from open members alone', () => {
    const conditions = Object.values(deletionClasses).flatMap(({ ends, silence }) => [...ends, ...silence])
    expect(conditions.length).toBeGreaterThan(10)
    for (const { event, scope, from } of conditions)
      expect([...openOf(event), 'recorded']).toEqual(expect.arrayContaining([scope, from]))
  })

  it('lets silence lead to erasure: only an unreturned loan, an unpaid fee and a running import have no latest end', () => {
    const endless = Object.values(deletionClasses)
      .filter(
        ({ log, silence, ends, namedBy }) =>
          log === 'circulation' && silence.length === 0 && !ends.some(({ event }) => namedBy.includes(event)),
      )
      .map(({ class: name }) => name)
    expect(endless).toEqual(['loan', 'fee', 'import'])
  })

  it('keeps what ends with a month in the log of people, and what ends with a day in the log of things', () => {
    for (const { log, ends } of Object.values(deletionClasses))
      for (const { after } of ends) expect([log, after._tag]).not.toEqual(['persons', 'Days'])
    expect(Object.keys(categories)).toEqual(['circulation', 'persons'])
  })

  it('has periods that a municipality may change', () => {
    const { loan } = deletionClassesUnder({ ...defaultPeriods, loanDays: 7 })
    expect(loan.ends.map(({ after }) => after)).toEqual([days(7), days(7), days(7)])
  })
})
