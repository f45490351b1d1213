import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { erasureObstaclesOf, isShownObstacle } from '../../../../../domain/policy/borrower-obligations'
import type { BorrowerId } from '../../../../../domain/values/ids'
import type { BorrowerOverview } from '../../../../../projections/borrower-overview/borrower-overview'
import { heldDataOf, type HeldDataRetentionDays } from '../../../../../projections/held-data/held-data'
import { scopesInForce } from '../../../../../projections/held-data/scopes-in-force'
import { defaultRetentionPeriods } from '../../../../../retention/classes/retention-periods'
import { dataByKind, type DataReader, type PersonalData } from '../../../pages/personal-data/personal-data'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { isProtectedFrom } from '../../access/withhold-protected'
import { requireOwnData } from '../../access/require-own-data'
import type { HttpFailure } from '../../problems/http-failure'
import type { HttpCaller } from '../../tokens/caller'
import { deadlineToday } from '../deadline-today'
import { readBorrowerOverview } from '../borrowers/borrower-overview'
import { readDaysOfForgetting } from '../holds/days-of-forgetting'
import { heldExplainedHolds } from './held-explained-holds'
import { tellHoldsInKinds } from './tell-holds-in-kinds'

/** For how long what is held stays. */
export const retentionDaysOfHeldData: HeldDataRetentionDays = {
  loan: defaultRetentionPeriods.loanDays,
  fee: defaultRetentionPeriods.feeDays,
  payment: defaultRetentionPeriods.paymentDays,
  unmatched: defaultRetentionPeriods.unmatchedDays,
  message: defaultRetentionPeriods.messageDays,
  noticeMonths: defaultRetentionPeriods.monthsInPersons,
  messageCountMonths: defaultRetentionPeriods.messageCountMonths,
  viewMonths: defaultRetentionPeriods.viewMonths,
}

/** Personal data, with the overview from which it was made. */
export interface ReadPersonalData {
  readonly overview: BorrowerOverview
  readonly data: PersonalData
}

/** Staff see what staff see; a borrower what the borrower sees. */
export const readerOf = ({ role }: HttpCaller): DataReader => (role === 'borrower' ? 'borrower' : 'staff')

const readObstacles = ({ useCaseDependencies }: RunningLibrary, borrower: BorrowerId) =>
  pipe(
    useCaseDependencies.decisionQueries.obligations(borrower),
    TE.mapLeft((failure): HttpFailure => failure),
    TE.map((obligations) => erasureObstaclesOf(obligations).filter(isShownObstacle)),
  )

const readHeldData =
  (library: RunningLibrary, caller: HttpCaller, borrower: BorrowerId) =>
  (obstacles: PersonalData['obstacles']): E.Either<HttpFailure, ReadPersonalData> =>
    pipe(
      readBorrowerOverview(library, caller)(borrower),
      E.map((overview) => {
        const days = readDaysOfForgetting(library, borrower)
        const held = {
          ...heldDataOf(retentionDaysOfHeldData, deadlineToday(library))(overview)(library.rows),
          explainedLegalHold: heldExplainedHolds(days)(library.rows),
        }
        const madeOn = library.useCaseDependencies.commandHandling.clock.today()
        const isHidden = isProtectedFrom(caller, library.rows)(borrower)
        const scopes = scopesInForce(borrower)(library.rows)
        const kinds = tellHoldsInKinds(days, scopes)(dataByKind(readerOf(caller), isHidden)(held))
        return { overview, data: { borrower, madeOn, kinds, obstacles } }
      }),
    )

/** Reads everything that the library holds on a borrower, as the caller may see it. It writes nothing. */
export const readPersonalData =
  (library: RunningLibrary, caller: HttpCaller) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, ReadPersonalData> =>
    pipe(
      TE.fromEither(requireOwnData(caller)(borrower)),
      TE.chain(() => readObstacles(library, borrower)),
      TE.chainEitherK(readHeldData(library, caller, borrower)),
    )
