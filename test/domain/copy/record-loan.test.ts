import type { RecordLoan } from '../../../domain/copy/commands/record-loan'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import { copyDecider } from '../../../domain/copy/decider'
import { kroner } from '../../../domain/values/ore'
import { defaultPolicy } from '../../../domain/policy/policy'
import type { Standing } from '../../../domain/policy/standing'
import { annasLoan, billedToAnna, keptForAnna, readyAtHarbour, withdrawn } from '../../fixtures/copy-past'
import { forget } from '../../fixtures/forget'
import { given } from '../../fixtures/given'
import { acquired, anna, bent, loanOf, mainLibrary, noon, standingOf, statistics } from '../../fixtures/library'

const copy = copyDecider(defaultPolicy)
const recordFor = (standing: Standing): RecordLoan => ({
  type: 'RecordLoan',
  loan: loanOf(2),
  statistics,
  standing,
  branch: mainLibrary,
  at: noon('2026-01-20'),
})

describe('recording a loan that has happened', () => {
  it('says against nothing when nothing stood against it', () => {
    const [event] = given(copy)(acquired())
      .when(recordFor(standingOf(bent)))
      .events()
    expect(event).toMatchObject({ type: 'LoanStarted', sealed: { loan: { value: { against: [] } } } })
  })

  it('is never refused, and says all that stood against it', () => {
    const standing = standingOf(bent, { blocks: ['U'], owed: kroner(500), birthDate: null })
    const events = given(copy)(acquired({ group: 'not-lent', ageLimit: 18 }))
      .when(recordFor(standing))
      .events()
    expect(events).toMatchObject([
      {
        sealed: {
          loan: {
            value: {
              against: ['materialNotLent', 'borrowerBlocked', 'debtOverLimit', 'belowAgeLimit'],
              dueOn: '2026-02-19',
            },
          },
        },
      },
    ])
  })

  const annaForgotten = forget(new Set([loanOf(1)]))<CopyEvent>([acquired(), annasLoan()])
  it.each<[string, ReadonlyArray<CopyEvent>, Standing, ReadonlyArray<string>, ReadonlyArray<string>]>([
    [
      'an earlier loan has ended by then',
      [acquired(), annasLoan()],
      standingOf(bent),
      ['LoanReturned'],
      ['copyOnLoan'],
    ],
    ['so has one that is forgotten', annaForgotten, standingOf(bent), ['CopyHandedIn'], ['copyOnLoan']],
    ['a lost copy was found', [acquired(), annasLoan(), billedToAnna], standingOf(bent), ['CopyFound'], ['copyLost']],
    ['a withdrawn copy was about', [acquired(), withdrawn], standingOf(bent), [], ['copyWithdrawn']],
    [
      'a copy kept for another is gone from its shelf',
      [acquired(), keptForAnna, readyAtHarbour],
      standingOf(bent),
      ['SetAsideReleased'],
      ['copySetAsideForAnother'],
    ],
    ['a copy kept for the borrower is released', [acquired(), keptForAnna], standingOf(anna), ['SetAsideReleased'], []],
  ])('%s', (_what, past, standing, first, against) => {
    const events = given(copy)(...past)
      .when(recordFor(standing))
      .events()
    expect(events.map(({ type }) => type)).toEqual([...first, 'LoanStarted'])
    expect(events.at(-1)).toMatchObject({ sealed: { loan: { value: { borrower: standing.borrower, against } } } })
  })

  it('is refused only for a number under which there is no copy', () => {
    given(copy)()
      .when(recordFor(standingOf(bent)))
      .thenRefused({ _tag: 'CopyIsUnknown' })
  })
})
