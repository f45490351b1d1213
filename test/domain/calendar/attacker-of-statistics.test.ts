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
