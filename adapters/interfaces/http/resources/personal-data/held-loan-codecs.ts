import * as t from 'io-ts'
import { AgeClass } from '../../../../../domain/policy/age-class'
import { BorrowerGroup } from '../../../../../domain/policy/borrower-group'
import { Day } from '../../../../../domain/values/day'
import { BranchId, CopyId, LoanId, ReservationId, SetAsideId, TitleId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { Volume } from '../../../../../domain/values/volume'
import { Month } from '../../../../../domain/values/month'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { HistoryMonthAnswer } from '../borrowers/loan-history-routes'
import { LoanAnswer } from '../loans/loan-answer-codecs'
import { ReservationStateCodec } from '../reservations/reservation-answer-codecs'
import { OfflineCaseReason, UnmatchedCaseAnswer } from '../offline-cases/offline-case-codecs'
import { legalHolds } from './held-hold-codecs'

const loanValue = personalValueCodec('loan')
const reservationValue = personalValueCodec('reservation')
const setAsideValue = personalValueCodec('setAside')

const HeldLoan = objectCodec(
  'HeldLoan',
  {
    ...LoanAnswer.required,
    branch: loanValue(BranchId),
    borrowerGroup: loanValue(BorrowerGroup),
    ageClass: loanValue(AgeClass),
    startedIn: loanValue(Month),
    lastActIn: loanValue(Month),
    previouslyEndedOn: loanValue(nullableCodec(Day)),
    claimEndsOn: loanValue(nullableCodec(Day)),
  },
  legalHolds,
)

const HeldLateRenewal = objectCodec(
  'HeldLateRenewal',
  {
    loan: loanValue(LoanId),
    previouslyDueOn: loanValue(Day),
    renewedOn: loanValue(Day),
  },
  legalHolds,
)

const HeldUndoneLoan = objectCodec('HeldUndoneLoan', { loan: loanValue(LoanId), copy: loanValue(CopyId) }, legalHolds)

const HeldMachineCase = objectCodec(
  'HeldMachineCase',
  {
    loan: loanValue(LoanId),
    act: loanValue(t.keyof({ loan: null, return: null, renewal: null })),
    copy: loanValue(CopyId),
    happenedAt: loanValue(Instant),
    against: loanValue(listCodec(OfflineCaseReason)),
    recordedOn: loanValue(Day),
  },
  legalHolds,
)

const HeldOfflineCase = objectCodec('HeldOfflineCase', {
  ...UnmatchedCaseAnswer.required,
  forgottenOn: nullableCodec(Day),
})

const HeldReservation = objectCodec(
  'HeldReservation',
  {
    reservation: reservationValue(ReservationId),
    title: reservationValue(TitleId),
    name: reservationValue(nullableCodec(t.string)),
    pickUpBranch: reservationValue(BranchId),
    interestUntil: reservationValue(Day),
    latestEnd: reservationValue(nullableCodec(Day)),
    madeAt: reservationValue(Instant),
    madeIn: reservationValue(Month),
    joinedQueueAt: reservationValue(t.keyof({ back: null, front: null })),
    state: reservationValue(ReservationStateCodec),
    parallelTo: reservationValue(listCodec(TitleId)),
    volume: reservationValue(nullableCodec(Volume)),
    queueNumber: reservationValue(nullableCodec(CountCodec)),
    copy: reservationValue(nullableCodec(CopyId)),
    pickUpNumber: reservationValue(nullableCodec(t.string)),
    pickUpBy: reservationValue(nullableCodec(Day)),
  },
  legalHolds,
)

const HeldSetAside = objectCodec(
  'HeldSetAside',
  {
    setAside: setAsideValue(SetAsideId),
    reservation: setAsideValue(ReservationId),
    copy: setAsideValue(CopyId),
    title: setAsideValue(TitleId),
    name: setAsideValue(nullableCodec(t.string)),
    branch: setAsideValue(BranchId),
    pickUpBranch: setAsideValue(BranchId),
    state: setAsideValue(t.keyof({ onPullList: null, setAside: null, inTransit: null, ready: null })),
    latestEnd: setAsideValue(nullableCodec(Day)),
    pickUpNumber: setAsideValue(nullableCodec(t.string)),
    pickUpBy: setAsideValue(nullableCodec(Day)),
  },
  legalHolds,
)

/** Loans, reservations and the history of loans. */
export const heldLoanCodecs = {
  loans: objectCodec('HeldLoans', {
    loans: listCodec(HeldLoan),
    lateRenewals: listCodec(HeldLateRenewal),
    undoneLoans: listCodec(HeldUndoneLoan),
    machineCases: listCodec(HeldMachineCase),
  }),
  offlineCases: objectCodec('HeldOfflineCases', { offlineCases: listCodec(HeldOfflineCase) }),
  reservations: objectCodec('HeldReservations', {
    reservations: listCodec(HeldReservation),
    setAsides: listCodec(HeldSetAside),
  }),
  loanHistory: objectCodec(
    'HeldLoanHistory',
    {
      consentedIn: personalValueCodec('history')(Month),
      months: listCodec(HistoryMonthAnswer),
    },
    legalHolds,
  ),
}
