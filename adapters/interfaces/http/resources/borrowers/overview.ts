import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { refused } from '../../../../../domain/command-handling/handling-error'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { borrowerOverview, type BorrowerOverview } from '../../../../../projections/borrower-overview/queries'
import { defaultPeriods } from '../../../../../retention/classes/periods'
import type { System } from '../../../../processes/running/system'
import { ownOnly } from '../../access/own'
import type { Failure } from '../../problems/failure'
import type { Caller } from '../../tokens/caller'
import { found } from '../ready'

type Whole<A> = { readonly [K in keyof A as undefined extends A[K] ? never : K]: A[K] } & {
  readonly [K in keyof A as undefined extends A[K] ? K : never]?: Exclude<A[K], undefined>
}

/** Members that are undefined are left out: JSON has none. */
export const without = <A extends object>(value: A): Whole<A> =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Whole<A>

/** A borrower's overview for whoever may see it: the borrower sees their own, and not the notes that staff made. */
export const overviewFor =
  ({ rows, library }: System, caller: Caller) =>
  (borrower: BorrowerId): E.Either<Failure, BorrowerOverview> => {
    const { policy, desk } = library
    const shown = {
      today: desk.clock.today(),
      fees: policy.fees,
      debtLimit: policy.debtLimit,
      kept: { loan: defaultPeriods.loanDays, fee: defaultPeriods.feeDays },
    }
    return pipe(
      ownOnly(caller)(borrower),
      E.chain(() =>
        found<BorrowerOverview>(refused({ _tag: 'BorrowerIsUnknown' }))(borrowerOverview(shown)(borrower)(rows)),
      ),
    )
  }

/** The overview as it is sent. */
export const overviewSent =
  (caller: Caller) =>
  ({ contact, blocks, reservations, balance, ...rest }: BorrowerOverview) => ({
    ...rest,
    ...(contact === undefined ? {} : { contact }),
    blocks: blocks.map(({ note, ...block }) => (caller.role === 'borrower' ? block : { ...block, note })),
    reservations: reservations.map(without),
    balance: without(balance),
  })
