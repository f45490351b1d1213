import { GuardianPaperDestroyed } from '../../../domain/borrower/events/guardian-paper-destroyed'
import { endGuardianshipCommandsOfMonth } from '../../../domain/closing/end-guardianship-commands-of-month'
import type { Month } from '../../../domain/values/month'
import { anna, day } from '../../fixtures/example-library'
import {
  past,
  first,
  second,
  ulfs,
  registered,
  corrected,
  ended,
  end,
  annaIdentityChanged,
  bornOn,
  withVera,
  destroyed,
} from '../../fixtures/example-guardians'

describe('the closing of a month', () => {
  it('ends the guardianship of a borrower who turned 18 by its last day, once, and no other', () => {
    withVera.when(end('2028-05')).thenHappens()
    withVera.when(end('2028-06')).thenHappens(ended('2028-06'))
    withVera.when(end('2028-09')).thenHappens(ended('2028-09'))
    const over = past(...bornOn(day('2010-06-15')), registered(), ended('2028-06'))
    over.when(end('2028-06')).thenHappens()
    const lastDay = past(...bornOn(day('2010-06-30')), registered())
    lastDay.when(end('2028-06')).thenHappens(ended('2028-06'))
    past(...bornOn(day('2010-07-01')), registered())
      .when(end('2028-06'))
      .thenHappens()
  })

  it('ends the guardianship of a borrower whose birth date is unknown', () => {
    past(...bornOn(day('2010-06-15')), registered(), annaIdentityChanged({ birthDate: null }))
      .when(end('2026-03'))
      .thenHappens(ended('2026-03'))
  })

  it('leaves a guardian alone who has taken the place of the one it names', () => {
    const replaced = past(...bornOn(day('2010-06-15')), registered(), registered({ cpr: ulfs }, second, first))
    replaced.when(end('2028-06')).thenHappens()
    replaced.when(end('2028-06', second)).thenHappens(ended('2028-06', second))
  })

  it('gives one command for each guardianship that is over', () => {
    const over = [{ borrower: anna, guardian: first }]
    expect(endGuardianshipCommandsOfMonth('2028-06' as Month)(over)).toEqual([end('2028-06')])
  })
})

describe('the paper on which a guardian was registered', () => {
  const event = GuardianPaperDestroyed({ borrower: anna, guardian: first }, {})

  it('is destroyed once the guardianship has ended: by removal, or by replacement', () => {
    withVera.when(destroyed).thenRefused({ _tag: 'GuardianPaperIsUnknown' })
    past(...bornOn(day('2010-06-15')), registered(), ended('2026-03'))
      .when(destroyed)
      .thenHappens(event)
    past(...bornOn(day('2010-06-15')), registered(), registered({ cpr: ulfs }, second, first))
      .when(destroyed)
      .thenHappens(event)
  })

  it('is kept when the guardian is corrected, and destroyed once', () => {
    past(...bornOn(day('2010-06-15')), registered(), corrected({ name: 'Vera Ny' }))
      .when(destroyed)
      .thenRefused({ _tag: 'GuardianPaperIsUnknown' })
    past(...bornOn(day('2010-06-15')), registered(), ended('2026-03'), event)
      .when(destroyed)
      .thenRefused({ _tag: 'GuardianPaperIsUnknown' })
  })
})
