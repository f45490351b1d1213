import { announceErasureCommandsOfMonth } from '../../../domain/closing/announce-erasure-commands-of-month'
import { followUpsToBillLostCopies } from '../../../domain/closing/follow-ups-to-bill-lost-copies'
import { followUpsToExpireReservations } from '../../../domain/closing/follow-ups-to-expire-reservations'
import { lapseCommandsOfInactiveBorrowers } from '../../../domain/closing/lapse-commands-of-inactive-borrowers'
import {
  markSeenCommandsOfActiveBorrowers,
  type BorrowerActivityInMonth,
} from '../../../domain/closing/mark-seen-commands-of-active-borrowers'
import { closingStepsOfDay } from '../../../domain/closing/day-closing-steps'
import { addDays } from '../../../domain/values/day'
import type { HalfYear, Month } from '../../../domain/values/month'
import { oreFromKroner } from '../../../domain/values/ore'
import { noObligations } from '../../../domain/policy/borrower-obligations'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { anna, day, loanId, reservationId, firstCopy, firstTitle } from '../../fixtures/example-library'

const today = day('2026-03-10')

describe('the closing of a day', () => {
  const eachDay = [
    ...['billLostCopies', 'writeOffClaimedLoans', 'writeOffLapsedDebts', 'expireReservations'],
    ...['releaseSetAsides', 'leaveClosedBranches', 'serveReservations', 'makeMessages', 'writeServerLog'],
  ]

  it('bills lost copies, writes off claimed ones and lapsed debts, expires reservations, releases copies, leaves closed branches, serves whoever waits, writes to borrowers, writes the server log, then closes', () => {
    expect(closingStepsOfDay(today)).toEqual([...eachDay, 'closeDay'])
  })

  it('also closes the month on its last day', () => {
    expect(closingStepsOfDay(day('2028-02-29'))).toEqual([
      ...eachDay,
      ...['countMonth', 'markSeen', 'writeHistories', 'endAbsences', 'endGuardianships'],
      ...['countGuardianPapers', 'countVisitors', 'announceErasures', 'countMessages', 'writeViews', 'lapseInactive'],
      ...['closeMonth', 'closeDay'],
    ])
  })
})

describe('a copy', () => {
  it.each([
    [34, 0],
    [35, 1],
    [36, 1],
  ])('%d days overdue at the closing: bills %d', (days, bills) => {
    const loan = { loan: loanId(1), copy: firstCopy, dueOn: addDays(-days)(today) }
    const command = { type: 'BillAsLost', loan: loanId(1), day: today }
    expect(followUpsToBillLostCopies(defaultLibraryPolicy)(today)([loan])).toEqual(
      bills === 0 ? [] : [{ aggregate: 'copy', id: firstCopy, command }],
    )
  })
})

describe('a reservation', () => {
  it.each([
    ['does not expire during the interest period', '2026-03-11', null, false],
    ['expires on the last day of interest', '2026-03-10', null, true],
    ['does not expire before the pick-up deadline once a copy is ready', '2026-03-01', '2026-03-11', false],
    ['expires with the pick-up deadline', '2026-06-01', '2026-03-10', true],
  ])('%s', (_, until, by, expires) => {
    const reservation = {
      ...{ reservation: reservationId(1), title: firstTitle },
      ...{ interestUntil: day(until), pickUpBy: by === null ? null : day(by) },
    }
    const command = {
      ...{ type: 'ExpireReservation', reservation: reservationId(1), title: firstTitle, day: day('2026-03-11') },
    }
    expect(followUpsToExpireReservations(today)([reservation])).toEqual(
      expires ? [{ aggregate: 'title', id: firstTitle, command }] : [],
    )
  })
})

describe('a borrower at the closing of a month', () => {
  const month = '2026-03' as Month
  const idle: BorrowerActivityInMonth = {
    borrower: anna,
    lastSeen: '2025-H2' as HalfYear,
    usedLibrary: false,
    obligations: noObligations,
    ...{ announcedIn: null, lapsesIn: null },
  }

  it.each([
    ['used the library', { usedLibrary: true }, true],
    ['holds a loan', { obligations: { ...noObligations, loans: 1 } }, true],
    ['has only a record that is under a legal hold', { obligations: { ...noObligations, legalHolds: 1 } }, false],
    ['is told of a legal hold', { obligations: { ...noObligations, explainedLegalHolds: 1 } }, false],
    ['owes', { obligations: { ...noObligations, owed: oreFromKroner(20) } }, true],
    ['did nothing', {}, false],
    ['was seen in the half-year', { usedLibrary: true, lastSeen: '2026-H1' as HalfYear }, false],
  ] as const)('who %s', (_, but, seen) => {
    expect(markSeenCommandsOfActiveBorrowers(month)([{ ...idle, ...but }])).toEqual(
      seen ? [{ type: 'MarkSeen', borrower: anna, halfYear: '2026-H1' }] : [],
    )
  })

  it.each([
    ['is told of the erasure a month before it', '2027-11', null, true],
    ['is not told before', '2027-10', null, false],
    ['is told later, when it was not in time', '2027-12', null, true],
    ['is told once', '2027-12', '2027-11', false],
    ['is told when the closing runs again', '2027-11', '2027-11', true],
  ])('%s', (_, closing, announcedIn, isAnnounced) => {
    const inactive = { borrower: anna, lastSeen: '2025-H2' as HalfYear, announcedIn: announcedIn as Month | null }
    expect(announceErasureCommandsOfMonth(defaultLibraryPolicy)(closing as Month)([inactive])).toEqual(
      isAnnounced ? [{ type: 'AnnounceErasure', borrower: anna, month: closing }] : [],
    )
  })

  it.each([
    ['lapses with the month that was announced', '2027-12', '2027-12', noObligations, true],
    ['does not lapse before', '2027-11', '2027-12', noObligations, false],
    ['does not lapse without an announcement', '2027-12', null, noObligations, false],
    ['does not lapse while holding a loan', '2027-12', '2027-12', { ...noObligations, loans: 1 }, false],
  ])('%s', (_, closing, lapsesIn, obligations, lapses) => {
    const inactive = { borrower: anna, lapsesIn: lapsesIn as Month | null, obligations }
    expect(lapseCommandsOfInactiveBorrowers(closing as Month)([inactive])).toEqual(
      lapses ? [{ type: 'LapseBorrower', borrower: anna, month: closing, obligations }] : [],
    )
  })
})
