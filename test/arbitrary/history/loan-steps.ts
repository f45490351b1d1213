import { CopyBilledAsLost } from '../../../domain/copy/events/copy-billed-as-lost'
import { LoanRenewed } from '../../../domain/copy/events/loan-renewed'
import { LoanReturned } from '../../../domain/copy/events/loan-returned'
import { LoanStarted } from '../../../domain/copy/events/loan-started'
import { LoanUndone } from '../../../domain/copy/events/loan-undone'
import { SetAsideReleased } from '../../../domain/copy/events/set-aside-released'
import { addDays } from '../../../domain/values/day'
import type { LoanId } from '../../../domain/values/ids'
import { noonOf } from '../../../domain/values/instant'
import { kroner } from '../../../domain/values/ore'
import { ReservationFulfilled } from '../../../domain/title/events/reservation-fulfilled'
import { compensate, levy } from './fee-steps'
import {
  branches,
  canary,
  municipalities,
  newScope,
  withOne,
  type Choose,
  type CopyInWorld,
  type LoanInWorld,
  type Step,
  type World,
} from './world'

const kind = { borrowerGroup: 'adult', ageClass: 'adult' } as const

const isFree = ({ loan, lost, withdrawn }: CopyInWorld): boolean => !loan && !lost && !withdrawn

const release = (world: World, copy: CopyInWorld): void =>
  withOne(copy.kept, ({ id, reservation }) => {
    const open = { setAside: id, copy: copy.id, title: copy.title, branch: branches[0]!, because: 'lent' as const }
    world.circulation.push(SetAsideReleased(open, {}))
    world.circulation.push(ReservationFulfilled({ reservation: reservation.id, title: copy.title }, {}))
    world.reservations = world.reservations.filter((one) => one !== reservation)
    copy.kept = undefined
  })

const lend: Step = (world, choose) =>
  withOne(choose(world.copies.filter(isFree)), (copy) =>
    withOne(choose(world.borrowers), ({ id: borrower }) =>
      withOne(world.statistics, (statistics) => {
        const id = newScope<LoanId>(world, 'loan', borrower)
        const dueOn = addDays(choose([1, 30])!)(world.day)
        release(world, copy)
        copy.loan = { id, borrower, lentOn: world.day, dueOn }
        const open = {
          loan: id,
          statistics,
          copy: copy.id,
          title: copy.title,
          branch: choose(branches)!,
          lentOn: world.day,
        }
        const loan = { borrower, dueOn, lentAt: noonOf(world.day), ...kind, name: canary, fulfils: false, against: [] }
        world.circulation.push(
          LoanStarted(open, { loan, statistics: { ...kind, municipality: choose(municipalities) ?? null } }),
        )
      }),
    ),
  )

type OnLoan = CopyInWorld & { readonly loan: LoanInWorld }

const onLoan = (world: World, choose: Choose, then: (copy: OnLoan) => void): void =>
  withOne(choose(world.copies.filter((copy): copy is OnLoan => copy.loan !== undefined)), then)

const renew: Step = (world, choose) =>
  onLoan(world, choose, ({ id: copy, loan }) => {
    const dueOn = addDays(7)(world.day)
    const renewed = { borrower: loan.borrower, dueOn, previouslyDueOn: loan.dueOn, renewedAt: noonOf(world.day) }
    world.circulation.push(LoanRenewed({ loan: loan.id, copy }, { loan: renewed }))
    loan.dueOn = dueOn
  })

const bringBack: Step = (world, choose) =>
  onLoan(world, choose, (copy) => {
    const { id: loan, borrower, lentOn, dueOn } = copy.loan
    const open = { loan, copy: copy.id, title: copy.title, branch: choose(branches)!, returnedOn: world.day }
    const returned = { borrower, lentOn, dueOn, returnedAt: noonOf(world.day), ...kind, name: canary }
    world.circulation.push(LoanReturned(open, { loan: returned }))
    if (dueOn < world.day) levy(world, choose, copy.loan, copy)
    Object.assign(copy, { loan: undefined })
  })

const undo: Step = (world, choose) =>
  onLoan(world, choose, (copy) => {
    const { id: loan, borrower } = copy.loan
    const open = { loan, copy: copy.id, title: copy.title, branch: choose(branches)!, undoneOn: world.day }
    world.circulation.push(LoanUndone(open, { loan: { borrower, fulfilled: false } }))
    Object.assign(copy, { loan: undefined })
  })

const lose: Step = (world, choose) =>
  onLoan(world, choose, (copy) => {
    const { id: loan, borrower, lentOn, dueOn } = copy.loan
    const open = { loan, copy: copy.id, title: copy.title, branch: choose(branches)!, billedOn: world.day }
    const bill = { borrower, lentOn, dueOn, ...kind, name: canary, price: kroner(200) }
    world.circulation.push(CopyBilledAsLost(open, { loan: bill }))
    copy.lost = compensate(world, copy.loan, copy)
    Object.assign(copy, { loan: undefined })
  })

export const loanSteps = [lend, lend, lend, lend, renew, bringBack, bringBack, undo, lose]
