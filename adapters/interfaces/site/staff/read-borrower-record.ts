import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { branchName } from '../../http/resources/policy/branch-name'
import type { HttpFailure } from '../../http/problems/http-failure'
import type { BorrowerOverviewAnswer } from '../../http/resources/borrowers/borrower-answer-codecs'
import { readNotesRoute } from '../../http/resources/borrowers/notes-routes'
import type {
  BorrowerRecordProps,
  OpenedNameAndAddress,
  RecordedReservation,
  ShownIdentity,
} from '../../pages/borrower-record/borrower-record'
import type { StaffRequest } from './define-staff-page'
import { groupAgainstAge } from './group-against-age'
import { borrowerInPath, contactUnlessWithheld, openRecord, unlessWithheld } from './open-record'

/** Who a borrower is, without what is withheld. */
export const identityOf =
  (request: Pick<StaffRequest, 'library'>) =>
  ({ record }: Pick<BorrowerOverviewAnswer, 'record'>): ShownIdentity => {
    const { name, isNameAndAddressProtected, homeBranch, ...known } = record
    return {
      ...known,
      name: unlessWithheld(name),
      groupAgainstAge: groupAgainstAge(request, record),
      isProtected: isNameAndAddressProtected || unlessWithheld(name) === null,
      homeBranch: branchName(request.library)(homeBranch),
    }
  }

type ReservationOfOverview = BorrowerOverviewAnswer['reservations'][number]

const reservationOf =
  (request: Pick<StaffRequest, 'library'>) =>
  ({ name = '', queueNumber, pickUpBranch, ...reservation }: ReservationOfOverview): RecordedReservation => ({
    ...reservation,
    ...{ name, queueNumber: queueNumber ?? null, pickUpBranch: branchName(request.library)(pickUpBranch) },
  })

/** Opens the record of the borrower whom the path names. `opened`: the protected name and address, if it was asked for. */
export const readBorrowerRecord = (
  request: StaffRequest,
  opened: OpenedNameAndAddress | undefined,
): TE.TaskEither<HttpFailure, BorrowerRecordProps> =>
  pipe(
    openRecord(request),
    TE.bindTo('overview'),
    TE.bind('notes', () => request.run(readNotesRoute, { params: { borrower: borrowerInPath(request) } })),
    TE.map(({ overview, notes }) => ({
      identity: identityOf(request)(overview),
      contact: overview.contact === undefined ? undefined : contactUnlessWithheld(overview.contact),
      guardianName: overview.guardian === undefined ? undefined : unlessWithheld(overview.guardian.name),
      blocks: overview.blocks.map(({ note = null, ...block }) => ({ ...block, note })),
      blockedForDebtSince: overview.balance.blockedSince ?? null,
      notes: { ...notes.body, etag: notes.etag ?? '' },
      ...{
        verifiedEmails: overview.verifiedEmails,
        cards: overview.cards,
        absence: overview.absence,
        loans: overview.loans,
        owed: overview.balance.owed,
        opened,
      },
      reserved: undefined,
      reservations: overview.reservations.map(reservationOf(request)),
    })),
  )
