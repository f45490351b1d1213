import { branchName as name, errorsOf, from, harbour, main, version } from './policy-file-steps'

const allWeekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const twoBranches = [
  { code: main, name },
  { code: harbour, name },
]

describe('the closed days of a policy file', () => {
  it.each<readonly [string, unknown, string]>([
    [
      'six weekdays, and every day of the seventh',
      version({
        closedDays: {
          weekdays: allWeekdays.slice(1),
          periods: [
            { from: '2026-01-01', to: '2026-12-31' },
            { from: '2027-01-01', to: '2027-02-01' },
          ],
        },
      }),
      '/versions/0/closedDays: Together they leave no day open for a year from 2026-01-01',
    ],
    [
      'the weekdays of the library and the periods of a branch',
      {
        branches: twoBranches,
        versions: [
          {
            from,
            closedDays: { weekdays: ['sunday'] },
            branches: { [main]: { closedDays: { periods: [{ from: '2026-03-02', to: '2027-03-02' }] } } },
          },
        ],
      },
      '/versions/0/branches/DK-785100/closedDays: Together they leave no day open for a year from 2026-03-01',
    ],
    [
      'the periods of two versions',
      {
        versions: [
          { from, closedDays: { periods: [{ from: '2026-06-01', to: '2026-12-31' }] } },
          { from: '2027-01-01', closedDays: { periods: [{ from: '2027-01-01', to: '2027-08-31' }] } },
        ],
      },
      '/versions/0/closedDays: Together they leave no day open for a year from 2026-06-01',
    ],
  ])('are refused when together they leave no day open: %s', (_, file, error) => {
    expect(errorsOf(file)).toEqual([expect.stringContaining(error)])
  })

  it('may be those of most of a year', () => {
    const periods = [{ from: '2026-01-02', to: '2026-12-31' }]
    expect(errorsOf(version({ closedDays: { weekdays: ['sunday'], yearly: ['12-24'], periods } }))).toEqual([])
  })
})
