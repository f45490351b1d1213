import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { streamNameOf } from '../../../../../domain/event/stream'
import type { Day } from '../../../../../domain/values/day'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { borrowerOverview, type BorrowerOverview } from '../../../../../projections/borrower-overview/borrower-overview'
import { reimbursementReasonWord } from '../../../../../projections/borrower-overview/reimbursement-reason-word'
import type { ReimbursementInOverview } from '../../../../../projections/borrower-overview/reimbursements-in-overview'
import type { RegisteredGuardian } from '../../../../../projections/guardians/guardian-queries'
import { defaultRetentionPeriods } from '../../../../../retention/classes/retention-periods'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { requireOwnData } from '../../access/require-own-data'
import { withholdProtected } from '../../access/withhold-protected'
import type { HttpFailure } from '../../problems/http-failure'
import type { HttpCaller } from '../../tokens/caller'
import { toPaperAnswer } from '../guardians/guardian-answer-codecs'
import { withNamedDays } from '../holds/days-of-forgetting'
import { requireFound } from '../read-caught-up-rows'
import { deadlineToday } from '../deadline-today'
import { withHomeBranchInForce } from './home-branch-in-force'

type WithoutUndefined<A> = { readonly [K in keyof A as undefined extends A[K] ? never : K]: A[K] } & {
  readonly [K in keyof A as undefined extends A[K] ? K : never]?: Exclude<A[K], undefined>
}

/** Leaves out members that are undefined: JSON has none. */
export const omitUndefined = <A extends object>(value: A): WithoutUndefined<A> =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as WithoutUndefined<A>

/** The policy values from which an overview is computed today. */
export const overviewSettings = (library: RunningLibrary) => {
  const { policy, commandHandling } = library.useCaseDependencies
  const today = commandHandling.clock.today()
  return {
    today,
    fees: (day: Day) => policy(day).fees,
    debtLimit: policy(today).debtLimit,
    deadlineAt: deadlineToday(library),
    retentionDays: { loan: defaultRetentionPeriods.loanDays, fee: defaultRetentionPeriods.feeDays },
  }
}

/** The overview of a borrower. Borrowers see their own only; a protected name and address is withheld from all others. */
export const readBorrowerOverview =
  (library: RunningLibrary, caller: HttpCaller) =>
  (borrower: BorrowerId): E.Either<HttpFailure, BorrowerOverview> => {
    const { rows } = library
    return pipe(
      requireOwnData(caller)(borrower),
      E.chain(() =>
        requireFound<BorrowerOverview>(commandRefused({ _tag: 'BorrowerIsUnknown' }))(
          borrowerOverview(overviewSettings(library))(borrower)(rows),
        ),
      ),
      E.map((overview) => ({ ...overview, record: withHomeBranchInForce(library)(overview.record) })),
      E.map(withNamedDays(library)),
      E.map(withholdProtected(caller, rows)),
    )
  }

/** A reimbursement as it is sent. */
export const toReimbursementAnswer = ({ because, ...rest }: ReimbursementInOverview) => ({
  ...rest,
  because: reimbursementReasonWord(because),
})

/** The damaged events of a borrower, for an answer: left out when there are none. */
export const damageOf = (library: RunningLibrary, borrower: BorrowerId) => {
  const damaged = library.damagedEvents().filter(({ stream }) => stream === streamNameOf('borrower')(borrower))
  return damaged.length === 0 ? {} : { damaged: damaged.map(({ revision, reason }) => ({ revision, reason })) }
}

/** The CPR number of the guardian is not shown to the child. */
const toGuardianInOverview =
  ({ role }: HttpCaller) =>
  ({ name, cpr, details: contact, verifiedEmails, paper }: RegisteredGuardian) => ({
    ...{ name, contact, verifiedEmails, ...toPaperAnswer(paper) },
    ...(role === 'borrower' ? {} : { cpr }),
  })

/** The overview as it is sent: borrowers do not see the notes of staff. Damaged events of the borrower are marked. */
export const toBorrowerOverviewAnswer =
  (library: RunningLibrary, caller: HttpCaller) =>
  ({
    contact,
    absence,
    guardian,
    blocks,
    reservations,
    reimbursements,
    balance,
    notes,
    ...rest
  }: BorrowerOverview) => ({
    ...rest,
    noteToBorrower: notes.noteToBorrower,
    ...(caller.role === 'borrower' ? {} : { internalNote: notes.internalNote }),
    ...damageOf(library, rest.record.borrower),
    ...(contact === undefined ? {} : { contact }),
    ...(absence === undefined ? {} : { absence }),
    ...(guardian === undefined ? {} : { guardian: toGuardianInOverview(caller)(guardian) }),
    blocks: blocks.map(({ note, ...block }) => (caller.role === 'borrower' ? block : { ...block, note })),
    reservations: reservations.map(omitUndefined),
    reimbursements: reimbursements.map(toReimbursementAnswer),
    balance: omitUndefined(balance),
  })
