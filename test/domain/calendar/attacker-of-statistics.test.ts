import fc from 'fast-check'
import { mergeSmallCells } from '../../../domain/calendar/statistics/merge-small-cells'
import type { StatisticsTally, TallyOfValue } from '../../../domain/calendar/statistics/tally-items'
import {
  isFew,
  monthsThatLookAlike,
  monthsThatTell,
  monthsUpTo,
  seenByAttacker,
  type MadeUpMonth,
} from './tables-of-attacker'

/** Which municipalities are small in the table of active borrowers, which are not, and which have none. */
const sizesOf = (month: MadeUpMonth): string =>
  month.map(({ active }) => (active === 0 ? 'none' : isFew(active) ? 'few' : 'many')).join()

const namesMunicipality = (month: MadeUpMonth): boolean => /"value":"[abc]"/.test(seenByAttacker(month))

describe('an attacker who knows the rule, and tries every month that would publish the same tables', () => {
  it('learns no count of fewer than five borrowers from the tables of loans and of active borrowers together', () => {
    expect(monthsThatTell(monthsThatLookAlike(monthsUpTo(11, 10), seenByAttacker))).toEqual([])
  })

  it('learns none from the table of active borrowers of a larger month', () => {
    expect(monthsThatTell(monthsThatLookAlike(monthsUpTo(40, 0), seenByAttacker))).toEqual([])
  })

  it('learns none either when they know which municipalities have few active borrowers, if the table names any', () => {
    const seen = (month: MadeUpMonth) => `${sizesOf(month)} ${seenByAttacker(month)}`
    const groups = monthsThatLookAlike(monthsUpTo(40, 0), seen)
    expect(monthsThatTell(groups).filter(namesMunicipality)).toEqual([])
  })

  it('would learn some if small cells were merged by themselves', () => {
    const seen = (month: MadeUpMonth): string => {
      const few = month.reduce((sum, { active }) => sum + (isFew(active) ? active : 0), 0)
      return JSON.stringify([few, month.map(({ active }) => (isFew(active) || active === 0 ? null : active))])
    }
    const telling = monthsThatTell(monthsThatLookAlike(monthsUpTo(20, 0), seen))
    expect(telling.map((month) => month.map(({ active }) => active))).toContainEqual([4, 4, 6])
  })
})

const arbitraryValue = fc
  .record({ borrowers: fc.integer({ min: 0, max: 12 }), more: fc.nat(20) })
  .map(({ borrowers, more }) => ({ borrowers, count: Math.max(1, borrowers + more) }))

/** A table of loans of a month, of up to thirty municipalities. */
const arbitraryTable = fc.array(arbitraryValue, { maxLength: 30 }).map((values): StatisticsTally => ({
  ...({ of: 'loans', by: 'municipality' } as const),
  borrowers: values.reduce((sum, { borrowers }) => sum + borrowers, 0),
  values: values.map((value, index) => ({ value: `m${String(index)}`, ...value })),
}))

const isSmall = ({ borrowers }: TallyOfValue): boolean => borrowers < 5

/** The values that a table does not name, although it has cells: the attacker knows their sum. */
const valuesInSumOf = (table: StatisticsTally): ReadonlyArray<TallyOfValue> => {
  const cells = mergeSmallCells(() => true)(table)
  return cells.length === 0 ? [] : table.values.filter(({ value }) => cells.every((cell) => cell.value !== value))
}

describe('an attacker with the tables of several months, each an equation of its own', () => {
  it('finds no sum with a small count that has fewer than two values or fewer than five borrowers', () => {
    fc.assert(
      fc.property(fc.array(arbitraryTable, { minLength: 1, maxLength: 4 }), (months) => {
        for (const values of months.map(valuesInSumOf).filter((all) => all.some(isSmall))) {
          expect(values.length).toBeGreaterThan(1)
          expect(values.reduce((sum, { borrowers }) => sum + borrowers, 0)).toBeGreaterThanOrEqual(5)
        }
      }),
    )
  })

  it('finds a cell of five borrowers or more beside each small one, where the month has any', () => {
    fc.assert(
      fc.property(arbitraryTable, (month) => {
        const values = valuesInSumOf(month)
        const mustHaveLarge = values.some(isSmall) && !month.values.every(isSmall)
        expect(mustHaveLarge && values.every(isSmall)).toBe(false)
      }),
    )
  })
})
