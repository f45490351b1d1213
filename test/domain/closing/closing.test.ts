import { billLostCopies } from '../../../domain/closing/bill-lost-copies'
import { expireReservations } from '../../../domain/closing/expire-reservations'
import { lapseInactive } from '../../../domain/closing/lapse-inactive'
import { markSeen, type MonthOfBorrower } from '../../../domain/closing/mark-seen'
import { stepsOf } from '../../../domain/closing/order'
import { addDays } from '../../../domain/values/day'
import type { HalfYear, Month } from '../../../domain/values/month'
import { kroner } from '../../../domain/values/ore'
import { nothingHeld } from '../../../domain/policy/holdings'
import { defaultPolicy } from '../../../domain/policy/policy'
import { anna, day, loanOf, reservationOf, theCopy, theTitle } from '../../fixtures/library'

const today = day('2026-03-10')

describe('the closing of a day', () => {
  it('bills, then expires, then closes', () => {
    expect(stepsOf(today)).toEqual(['billLostCopies', 'expireReservations', 'closeDay'])
  })

  it('closes the month in between when it is the last of it', () => {
    expect(stepsOf(day('2028-02-29'))).toEqual([
      ...['billLostCopies', 'expireReservations'],
      ...['countLoans', 'markSeen', 'lapseInactive', 'closeMonth', 'closeDay'],
    ])
  })
})

describe('a copy', () => {
  it.each([
    [34, 0],
    [35, 1],
    [36, 1],
  ])('%d days overdue at the closing: bills %d', (days, bills) => {
    const loan = { loan: loanOf(1), copy: theCopy, dueOn: addDays(-days)(today) }
    const command = { type: 'BillAsLost', loan: loanOf(1), day: today }
    expect(billLostCopies(defaultPolicy)(today)([loan])).toEqual(
      bills === 0 ? [] : [{ aggregate: 'copy', id: theCopy, command }],
    )
  })
})

describe('a reservation', () => {
  it.each([
    ['runs while the interest lasts', '2026-03-11', null, false],
    ['expires with the last day of interest', '2026-03-10', null, true],
    ['runs until the pick-up deadline once a copy is ready', '2026-03-01', '2026-03-11', false],
    ['expires with the pick-up deadline', '2026-06-01', '2026-03-10', true],
  ])('%s', (_, until, by, expires) => {
    const reservation = {
      ...{ reservation: reservationOf(1), title: theTitle },
      ...{ interestUntil: day(until), pickUpBy: by === null ? null : day(by) },
    }
    const command = {
      ...{ type: 'ExpireReservation', reservation: reservationOf(1), title: theTitle, day: day('2026-03-11') },
    }
    expect(expireReservations(today)([reservation])).toEqual(
      expires ? [{ aggregate: 'title', id: theTitle, command }] : [],
    )
  })
})

describe('a borrower at the closing of a month', () => {
  const month = '2026-03' as Month
  const idle: MonthOfBorrower = { borrower: anna, lastSeen: '2025-H2' as HalfYear, used: false, holdings: nothingHeld }

  it.each([
    ['used the library', { used: true }, true],
    ['holds a loan', { holdings: { ...nothingHeld, loans: 1 } }, true],
    ['owes', { holdings: { ...nothingHeld, owed: kroner(20) } }, true],
    ['did nothing', {}, false],
    ['was seen in the half-year', { used: true, lastSeen: '2026-H1' as HalfYear }, false],
  ] as const)('who %s', (_, but, seen) => {
    expect(markSeen(month)([{ ...idle, ...but }])).toEqual(
      seen ? [{ type: 'MarkSeen', borrower: anna, halfYear: '2026-H1' }] : [],
    )
  })

  it.each([
    ['lapses two years after the half-year of last use', '2027-12', nothingHeld, true],
    ['does not lapse before', '2027-11', nothingHeld, false],
    ['does not lapse while something is out', '2027-12', { ...nothingHeld, loans: 1 }, false],
  ])('%s', (_, closing, holdings, lapses) => {
    const quiet = { borrower: anna, lastSeen: '2025-H2' as HalfYear, holdings }
    expect(lapseInactive(defaultPolicy)(closing as Month)([quiet])).toEqual(
      lapses ? [{ type: 'LapseBorrower', borrower: anna, month: closing, holdings }] : [],
    )
  })
})
