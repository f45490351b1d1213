import { randomUUID } from 'node:crypto'
import { BorrowerRegistered } from '../../../domain/borrower/events/borrower-registered'
import { FeeLevied } from '../../../domain/fee/events/fee-levied'
import { streamNameOf } from '../../../domain/event/stream'
import { ReservationChanged } from '../../../domain/title/events/reservation-changed'
import { ReservationMade } from '../../../domain/title/events/reservation-made'
import type {
  BorrowerId,
  CardId,
  ContactId,
  FeeId,
  IdentityId,
  PreferenceId,
  ReservationId,
} from '../../../domain/values/ids'
import { addYears, type Day } from '../../../domain/values/day'
import type { Instant } from '../../../domain/values/instant'
import { monthOf } from '../../../domain/values/month'
import { oreFromKroner } from '../../../domain/values/ore'
import { annasCard, annasContactDetails, annasPerson } from '../../fixtures/example-borrowers'
import { feeItem } from '../../fixtures/example-fees'
import { firstTitle, mainBranch, standsAlone } from '../../fixtures/example-library'

const never = '2099-12-31' as Day
const newId = <Id extends string>(): Id => randomUUID() as string as Id

/** The stream of a record. Each has one of its own. */
export const streamOf = {
  borrower: streamNameOf('borrower'),
  fee: streamNameOf('fee'),
  reservation: streamNameOf('title'),
}

const { number, homeBranch, language, ...identityDetails } = annasPerson

/** A borrower with contact details and a card. */
export const newBorrower = (today: Day) =>
  BorrowerRegistered(
    {
      borrower: newId<BorrowerId>(),
      identity: newId<IdentityId>(),
      preference: newId<PreferenceId>(),
      contact: newId<ContactId>(),
      card: newId<CardId>(),
      registeredIn: monthOf(today),
    },
    {
      borrower: { number, detailsOfVersion1: null },
      identity: identityDetails,
      preference: { homeBranch, language },
      contact: { details: annasContactDetails, verifiedEmails: [] },
      card: annasCard,
    },
  )

export const newFee = (borrower: BorrowerId, leviedOn: Day) =>
  FeeLevied(
    { fee: newId<FeeId>(), kind: 'lateness', leviedOn, owedUntil: addYears(3)(leviedOn) },
    {
      fee: {
        ...{ borrower, amount: oreFromKroner(20), lentOn: leviedOn, dueOn: leviedOn, occasion: leviedOn },
        items: [feeItem(1)],
      },
    },
  )

export const newReservation = (borrower: BorrowerId) =>
  ReservationMade(
    { reservation: newId<ReservationId>(), title: firstTitle, latestEnd: never },
    {
      reservation: {
        ...{ borrower, pickUpBranch: mainBranch, interestUntil: never, first: false, ...standsAlone },
        madeAt: '2026-03-05T10:00:00.000Z' as Instant,
      },
    },
  )

/** The last day of interest of a reservation changed. */
export const changedReservation = (borrower: BorrowerId, reservation: ReservationId) =>
  ReservationChanged(
    { reservation, title: firstTitle },
    { reservation: { borrower, pickUpBranch: mainBranch, interestUntil: never } },
  )
