import * as E from 'fp-ts/Either'
import { flow, pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { streamAddressOfAggregate } from '../command-handling/aggregate'
import { commandRefused, type CommandRefused } from '../command-handling/command-error'
import { handleCommand } from '../command-handling/handle-command'
import type { EventReadError } from '../command-handling/open-event'
import type { FeeCommand } from '../fee/decide-fee-command'
import { feeAggregate } from '../fee/fee-aggregate'
import type { FeeEvent } from '../fee/fee-event'
import type { FeeRefusal } from '../fee/fee-refusal'
import { isGroupCollected } from '../policy/collection-policy'
import { dayOf } from '../values/instant'
import type { BorrowerId, FeeId } from '../values/ids'
import type { CommandMetadata } from './command-metadata'
import { requireNotBeingPaid, underLockWithFeesBeingPaid } from './fees-being-paid'
import type { FeeIsBeingPaid } from './pay-fees'
import { runUseCaseWithIds } from './run-use-case-with-ids'
import type { UseCaseDependencies } from './use-case-dependencies'
import type { UseCaseResult } from './use-case-result'
import { withBorrowerLock } from './with-borrower-lock'

/** What staff decide about the collection of a fee, or about how long it is owed. */
export type FeeCollectionChange = Extract<
  FeeCommand,
  { readonly type: 'RequestCollectionNotice' | 'RecallFromCollection' | 'RenewDebt' }
>

/** The borrower's group gets no fees or no reminders, so nothing is collected of it. */
export interface GroupIsNotCollected {
  readonly _tag: 'GroupIsNotCollected'
}

/** The borrower has died: the estate settles what is owed, and nothing is collected of it. */
export interface EstateIsNotCollected {
  readonly _tag: 'EstateIsNotCollected'
}

type Refusal = FeeRefusal | FeeIsBeingPaid | GroupIsNotCollected | EstateIsNotCollected

/** A notice is asked for of a fee that is not being paid, of a living borrower whose group is reminded and pays fees. */
const checkNotice =
  (
    { decisionQueries, policy }: UseCaseDependencies,
    { borrower, fee, at }: { readonly borrower: BorrowerId; readonly fee: FeeId } & Pick<CommandMetadata, 'at'>,
  ) =>
  (feesBeingPaid: TE.TaskEither<EventReadError, ReadonlyArray<FeeId>>) =>
    pipe(
      decisionQueries.standing(borrower),
      TE.bindTo('standing'),
      TE.bind('beingPaid', () => feesBeingPaid),
      TE.chainEitherKW(({ standing, beingPaid }): E.Either<CommandRefused<Refusal>, void> => {
        if (standing?.blocks.includes('D') === true) return E.left(commandRefused({ _tag: 'EstateIsNotCollected' }))
        return standing !== undefined && !isGroupCollected(policy(dayOf(at)))(standing.group)
          ? E.left(commandRefused({ _tag: 'GroupIsNotCollected' }))
          : requireNotBeingPaid(fee)(beingPaid)
      }),
    )

/** Changes the collection of a fee, or renews its debt, under the borrower's lock. */
export const changeFeeCollection =
  (dependencies: UseCaseDependencies) =>
  (borrower: BorrowerId, metadata: CommandMetadata) =>
  (command: FeeCollectionChange): UseCaseResult<Refusal, FeeEvent> =>
    runUseCaseWithIds(dependencies)(metadata, () => streamAddressOfAggregate(feeAggregate)(command.fee))(
      ({ cause }) => {
        const { type, fee } = command
        const change = handleCommand(dependencies.commandHandling)(feeAggregate)(fee, cause)(command)
        return type === 'RequestCollectionNotice'
          ? underLockWithFeesBeingPaid(dependencies)(borrower, fee)(
              flow(
                checkNotice(dependencies, { borrower, fee, at: metadata.at }),
                TE.chainW(() => change),
              ),
            )
          : withBorrowerLock(dependencies)(borrower)(change)
      },
    )
