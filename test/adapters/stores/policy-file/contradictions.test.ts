import { branches, branchName as name, errorsOf, from, harbour, main, version } from './policy-file-steps'

const fjord = 'DK-785102'
const row = (upToDays: number | null, kroner: number) => ({ upToDays, adult: kroner * 100, child: 0 })

describe('a contradiction in a policy file is named with its place, what is wrong, and what would be right', () => {
  const allWeekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
  const twoBranches = [
    { code: main, name },
    { code: harbour, name },
  ]

  it.each<readonly [string, unknown, RegExp]>([
    [
      'all seven weekdays closed',
      version({ closedDays: { weekdays: allWeekdays } }),
      /^\/versions\/0\/closedDays\/weekdays: All seven weekdays are closed/,
    ],
    [
      'all seven weekdays closed at a branch',
      { branches: twoBranches, versions: [{ from, branches: { [main]: { closedDays: { weekdays: allWeekdays } } } }] },
      /^\/versions\/0\/branches\/DK-785100\/closedDays\/weekdays: All seven/,
    ],
    [
      'a closed day before the version',
      version({ closedDays: { days: ['2025-12-24'] } }),
      /^\/versions\/0\/closedDays\/days\/0: 2025-12-24 is before this version/,
    ],
    [
      'a closed day in a year far away',
      version({ closedDays: { days: ['2062-12-24'] } }),
      /^\/versions\/0\/closedDays\/days\/0: 2062-12-24 is more than 5 years ahead. It must be 2031-12-31 or earlier/,
    ],
    [
      'a closed period that ends before it begins',
      version({ closedDays: { periods: [{ from: '2026-07-10', to: '2026-07-01' }] } }),
      /^\/versions\/0\/closedDays\/periods\/0\/to: It ends on 2026-07-01, before/,
    ],
    [
      'a yearly day that no year has',
      version({ closedDays: { yearly: ['02-30'] } }),
      /^\/versions\/0\/closedDays\/yearly\/0: 02-30 is in no year/,
    ],
    [
      'opening hours on a closed weekday',
      {
        branches: twoBranches,
        versions: [
          {
            from,
            closedDays: { weekdays: ['sunday'] },
            branches: { [main]: { openingHours: { sunday: '10:00-14:00' } } },
          },
        ],
      },
      /^\/versions\/0\/branches\/DK-785100\/openingHours\/sunday: The branch is closed on each sunday/,
    ],
    [
      'opening hours that end before they begin',
      {
        branches: twoBranches,
        versions: [{ from, branches: { [main]: { openingHours: { monday: '18:00-10:00' } } } }],
      },
      /18:00-10:00 ends before it begins/,
    ],
    [
      'a fee above the law',
      version({ fees: { table: [row(7, 21), row(null, 60)] } }),
      /^\/versions\/0\/fees\/table\/0\/adult: DKK 21\.00 is above the maximum of the law for 1 days overdue. It must be at most 2000/,
    ],
    [
      'a fee above the law by an early step',
      version({ fees: { table: [row(6, 20), row(null, 60)] } }),
      /^\/versions\/0\/fees\/table\/1\/adult: DKK 60\.00 is above the maximum of the law for 7 days overdue/,
    ],
    [
      'a fee that falls',
      version({ fees: { table: [row(14, 20), row(null, 10)] } }),
      /^\/versions\/0\/fees\/table\/1\/adult: It is below the fee of the row before/,
    ],
    [
      'fee rows out of order',
      version({ fees: { table: [row(14, 10), row(7, 20), row(null, 20)] } }),
      /^\/versions\/0\/fees\/table\/1\/upToDays: 7 is not more than the 14 days/,
    ],
    [
      'a fee table that ends',
      version({ fees: { table: [row(7, 10)] } }),
      /^\/versions\/0\/fees\/table\/0\/upToDays: The last row must hold for any number of days/,
    ],
    [
      'the fee of adults for children',
      version({ adultAge: 12 }),
      /^\/versions\/0\/adultAge: By law .* It must be at least 14/,
    ],
    [
      'a deadline after the end of the set-aside',
      version({ pickUp: { days: 30, setAsideAtMostDays: 20 } }),
      /^\/versions\/0\/pickUp\/days: 30 days are more than pickUp\/setAsideAtMostDays, 20/,
    ],
    [
      'more interest than the most',
      version({ reservations: { interestDays: 400 } }),
      /^\/versions\/0\/reservations\/interestDays: 400 days are more than/,
    ],
    [
      'versions out of order',
      { versions: [{ from: '2026-02-01' }, { from }] },
      /^\/versions\/1\/from: 2026-01-01 is not later than the version before/,
    ],
    [
      'a branch twice',
      branches({ code: main, name }, { code: main, name }),
      /^\/branches\/1\/code: DK-785100 stands here twice/,
    ],
    [
      'a closed branch without a successor',
      branches({ code: main, name, closedFrom: '2026-05-01' }),
      /^\/branches\/0\/takenOverBy: It is missing: DK-785100 closes on 2026-05-01/,
    ],
    [
      'a successor that does not exist',
      branches({ code: main, name, closedFrom: '2026-05-01', takenOverBy: fjord }),
      /^\/branches\/0\/takenOverBy: There is no branch DK-785102. Did you mean DK-785100\?/,
    ],
    [
      'a successor of a branch that stays',
      branches({ code: main, name, takenOverBy: harbour }, { code: harbour, name }),
      /^\/branches\/0\/takenOverBy: DK-785100 does not close/,
    ],
    [
      'a branch that closes before it opens',
      branches(
        { code: main, name },
        { code: harbour, name, openFrom: '2026-05-01', closedFrom: '2026-04-01', takenOverBy: main },
      ),
      /^\/branches\/1\/closedFrom: 2026-04-01 is not after openFrom/,
    ],
    [
      'values of a branch that is not named',
      { branches: twoBranches, versions: [{ from, branches: { 'DK-785110': { pickUpDays: 3 } } }] },
      /^\/versions\/0\/branches\/DK-785110: There is no branch DK-785110. Did you mean/,
    ],
    [
      'values of a branch when no branches are named',
      version({ branches: { [main]: { pickUpDays: 3 } } }),
      /The file names no branches/,
    ],
  ])('%s', (_, file, error) => {
    expect(errorsOf(file)).toEqual([expect.stringMatching(error)])
  })

  it('branches that take over from each other', () => {
    const circle = branches(
      { code: main, name, closedFrom: '2026-05-01', takenOverBy: harbour },
      { code: harbour, name, closedFrom: '2026-05-01', takenOverBy: main },
    )
    expect(errorsOf(circle)).toHaveLength(2)
  })
})
