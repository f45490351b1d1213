import { branches, branchName as name, errorsOf, from, harbour, main } from './policy-file-steps'

const fjord = 'DK-785102'

describe('a policy file is answered with all errors in one go', () => {
  it('errors of form, and contradictions', () => {
    const errors = errorsOf({
      ...branches({ code: main, name, closedFrom: '2026-05-01' }),
      versions: [
        { from, loanLimt: 3, loanPeriods: { standard: { adult: 0 } }, adultAge: 3, closedDays: { yearly: ['02-30'] } },
      ],
    })
    expect(errors.map((error) => error.split(':')[0])).toEqual([
      '/versions/0/loanLimt',
      '/versions/0/loanPeriods/standard/adult',
      '/branches/0/takenOverBy',
      '/versions/0/adultAge',
      '/versions/0/closedDays/yearly/0',
    ])
  })

  it('contradictions of a version without a day, and beside items that are not well-formed', () => {
    const errors = errorsOf({
      branches: [
        { code: 'nowhere', name },
        { code: main, name, closedFrom: '2026-05-01' },
        { code: harbour, name, takenOverBy: fjord, closedFrom: '2026-05-01' },
      ],
      versions: [
        { adultAge: 3, closedDays: { yearly: ['99-99', '02-30'], days: ['1990-01-01'] } },
        { from, pickUp: { days: 30, setAsideAtMostDays: 20 }, closedDays: { days: ['tomorrow', '2025-12-24'] } },
      ],
    })
    expect(errors.map((error) => error.split(':')[0])).toEqual([
      '/branches/0/code',
      '/versions/0/from',
      '/versions/0/closedDays/yearly/0',
      '/versions/1/closedDays/days/0',
      '/branches/1/takenOverBy',
      '/versions/0/adultAge',
      '/versions/0/closedDays/yearly/1',
      '/versions/1/closedDays/days/1',
      '/versions/1/pickUp/days',
    ])
  })

  it('contradictions between branches and with versions, beside a branch with a wrong member', () => {
    const closedFrom = '2026-05-01'
    const errors = errorsOf({
      branches: [
        { code: main, name: { da: 'x' }, closedFrom, takenOverBy: 'DK-711112' },
        { code: harbour, name, closedFrom, takenOverBy: fjord },
        { code: fjord, name, closedFrom: 'May', takenOverBy: harbour },
      ],
      versions: [{ from, branches: { 'DK-711111': { pickUpDays: 3 } } }],
    })
    expect(errors.map((error) => error.split(':')[0])).toEqual([
      '/branches/0/name/en',
      '/branches/2/closedFrom',
      '/branches/0/takenOverBy',
      '/branches/1/takenOverBy',
      '/branches/2/takenOverBy',
      '/versions/0/branches/DK-711111',
    ])
  })
})
