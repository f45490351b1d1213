import type { RenewLoan } from '../../../domain/copy/commands/renew-loan'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import { copyDecider } from '../../../domain/copy/copy-decider'
import { LoanRenewed } from '../../../domain/copy/events/loan-renewed'
import { oreFromKroner } from '../../../domain/values/ore'
import { defaultLibraryPolicy, type Policy } from '../../../domain/policy/policy'
import type { RenewalDenial } from '../../../domain/policy/renewal-outcome'
import {
  textOfRefusalOverride,
  type OverrideReason,
  type RefusalOverride,
} from '../../../domain/policy/refusal-override'
import { annasLoanStarted } from '../../fixtures/example-copy-events'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given } from '../../fixtures/given-when-then'
import {
  exampleCopyAcquired,
  anna,
  bent,
  day,
  loanId,
  noon,
  exampleStanding,
  firstCopy,
} from '../../fixtures/example-library'

const copy = copyDecider(defaultLibraryPolicy)
const renew = (but: Partial<RenewLoan> = {}): RenewLoan => ({
  type: 'Renew',
  loan: loanId(1),
  standing: exampleStanding(anna),
  othersWaiting: 0,
  at: noon('2026-01-28'),
  ...but,
})
const renewed = (from: string, to: string, on: string, override: RefusalOverride | null = null): LoanRenewed =>
  LoanRenewed(
    { loan: loanId(1), copy: firstCopy },
    {
      loan: {
        borrower: anna,
        previouslyDueOn: day(from),
        dueOn: day(to),
        renewedAt: noon(on),
        override: textOfRefusalOverride(override),
      },
    },
  )
const lent: ReadonlyArray<CopyEvent> = [exampleCopyAcquired(), annasLoanStarted()]
const threeTimes = [1, 2, 3].map(() => renewed('2026-02-04', '2026-02-04', '2026-01-28'))

describe('renewing a loan', () => {
  it('runs thirty days from the day of renewal, seven days before the due day at the earliest', () => {
    given(copy)(...lent)
      .when(renew())
      .thenHappens(renewed('2026-02-04', '2026-02-27', '2026-01-28'))
  })

  it('may be done when the copy is overdue', () => {
    given(copy)(...lent)
      .when(renew({ at: noon('2026-02-20') }))
      .thenHappens(renewed('2026-02-04', '2026-03-22', '2026-02-20'))
  })

  it('may be done a third time', () => {
    given(copy)(...lent, ...threeTimes.slice(1))
      .when(renew())
      .thenHappens(renewed('2026-02-04', '2026-02-27', '2026-01-28'))
  })

  it('never shortens a loan', () => {
    const short: Policy = {
      ...defaultLibraryPolicy,
      loanPeriods: {
        ...defaultLibraryPolicy.loanPeriods,
        days: { ...defaultLibraryPolicy.loanPeriods.days, standard: { adult: 3 } },
      },
    }
    given(copyDecider(short))(...lent)
      .when(renew())
      .thenHappens(renewed('2026-02-04', '2026-02-04', '2026-01-28'))
  })

  const annasNotLent = [exampleCopyAcquired({ group: 'not-lent' }), annasLoanStarted()]
  const forgotten = withScopesErased(new Set([loanId(1)]))<CopyEvent>(lent)
  const isInDebt = { standing: exampleStanding(anna, { owed: oreFromKroner(200) }) }
  it.each<[RenewalDenial, string, ReadonlyArray<CopyEvent>, Partial<RenewLoan>]>([
    ['deniedLoanerIsBlocked', 'the debt is 200 kr', lent, isInDebt],
    ['deniedMaxRenewalsReached', 'it has been renewed three times', [...lent, ...threeTimes], {}],
  ])('answers %s when %s, and staff may override it', (answer, _when, past, but) => {
    given(copy)(...past)
      .when(renew(but))
      .thenRefused({ _tag: 'RenewalIsDenied', answer, mayBeOverridden: true })
  })

  it('goes on in spite of all that staff override, and says what and why', () => {
    const reason = 'Er bortrejst' as OverrideReason
    given(copy)(...lent, ...threeTimes)
      .when(renew({ ...isInDebt, at: noon('2026-01-27'), overrideReason: reason }))
      .thenHappens(
        renewed('2026-02-04', '2026-02-26', '2026-01-27', {
          refusals: ['debtOverLimit', 'renewalLimitReached', 'renewalTooEarly'],
          reason,
        }),
      )
  })

  it('is denied with what staff may not override, whatever the reason', () => {
    given(copy)(...lent, ...threeTimes)
      .when(renew({ othersWaiting: 1, overrideReason: 'Er bortrejst' as OverrideReason }))
      .thenRefused({ _tag: 'RenewalIsDenied', answer: 'deniedReserved' })
  })

  it.each<[RenewalDenial, string, ReadonlyArray<CopyEvent>, Partial<RenewLoan>]>([
    ['deniedLoanerNotFound', 'no borrower has the id', lent, { standing: undefined }],
    ['deniedLoanerNotFound', 'the borrower is erased', forgotten, {}],
    ['deniedMaterialIsNotFound', 'the copy is on the shelf', [exampleCopyAcquired()], {}],
    ['deniedMaterialIsNotFound', 'there is no such copy', [], {}],
    ['deniedMaterialIsNotFound', 'it is another loan', lent, { loan: loanId(2) }],
    ['deniedMaterialIsNotLoanable', 'the material is lent no longer', annasNotLent, {}],
    ['deniedLoanerIsBlocked', 'there is a block', lent, { standing: exampleStanding(anna, { blocks: ['W'] }) }],
    ['deniedReserved', 'others wait for the title', lent, { othersWaiting: 1 }],
    ['deniedOtherReason', 'another borrower asks', lent, { standing: exampleStanding(bent) }],
  ])('answers %s when %s', (answer, _when, past, but) => {
    given(copy)(...past)
      .when(renew(but))
      .thenRefused({ _tag: 'RenewalIsDenied', answer })
  })

  it('answers deniedOtherReason when it is eight days before the due day, with the day from which it may be done', () => {
    given(copy)(...lent)
      .when(renew({ at: noon('2026-01-27') }))
      .thenRefused({
        ...{ _tag: 'RenewalIsDenied', answer: 'deniedOtherReason' },
        why: { _tag: 'TooEarly', renewableFrom: day('2026-01-28') },
        mayBeOverridden: true,
      })
  })

  it('answers deniedLoaningProfileNotFound when the table has no period for the group', () => {
    const days = { ...defaultLibraryPolicy.loanPeriods.days, standard: { child: 30 } }
    given(copyDecider({ ...defaultLibraryPolicy, loanPeriods: { days, otherwise: 30 } }))(...lent)
      .when(renew())
      .thenRefused({ _tag: 'RenewalIsDenied', answer: 'deniedLoaningProfileNotFound' })
  })
})
