import { CopyReady } from '../../../domain/copy/events/copy-ready'
import { CopySent } from '../../../domain/copy/events/copy-sent'
import { CopySetAside } from '../../../domain/copy/events/copy-set-aside'
import { SetAsideReleased } from '../../../domain/copy/events/set-aside-released'
import { addDays } from '../../../domain/values/day'
import type { ReservationId, SetAsideId } from '../../../domain/values/ids'
import { noonOf } from '../../../domain/values/instant'
import { ReservationCancelled } from '../../../domain/title/events/reservation-cancelled'
import { ReservationChanged } from '../../../domain/title/events/reservation-changed'
import { ReservationExpired } from '../../../domain/title/events/reservation-expired'
import { ReservationMade } from '../../../domain/title/events/reservation-made'
import { ReservationReady } from '../../../domain/title/events/reservation-ready'
import { branches, canary, newScope, withOne, type Choose, type CopyInWorld, type Step, type World } from './world'

const reserve: Step = (world, choose) =>
  withOne(choose(world.copies), ({ title }) =>
    withOne(choose(world.borrowers), ({ id: borrower }) => {
      const id = newScope<ReservationId>(world, 'reservation', borrower)
      const interestUntil = addDays(180)(world.day)
      const [first, pickUpBranch] = [choose([false, false, true])!, choose(branches)!]
      const made = { borrower, pickUpBranch, interestUntil, madeAt: noonOf(world.day), first }
      world.circulation.push(
        ReservationMade({ reservation: id, title, latestEnd: interestUntil }, { reservation: made }),
      )
      world.reservations.push({ id, borrower, title })
    }),
  )

const change: Step = (world, choose) =>
  withOne(choose(world.reservations), ({ id, borrower, title }) => {
    const reservation = { borrower, pickUpBranch: choose(branches)!, interestUntil: addDays(9)(world.day) }
    world.circulation.push(ReservationChanged({ reservation: id, title }, { reservation }))
  })

const setAside: Step = (world, choose) =>
  withOne(
    choose(world.copies.filter(({ loan, kept, lost, withdrawn }) => !loan && !kept && !lost && !withdrawn)),
    (copy) =>
      withOne(choose(world.reservations.filter(({ title }) => title === copy.title)), (reservation) => {
        const { borrower } = reservation
        const id = newScope<SetAsideId>(world, 'setAside', borrower)
        copy.kept = { id, reservation }
        const open = {
          setAside: id,
          copy: copy.id,
          title: copy.title,
          branch: choose(branches)!,
          latestEnd: addDays(30)(world.day),
        }
        const part = { borrower, reservation: reservation.id, pickUpBranch: choose(branches)! }
        world.circulation.push(CopySetAside(open, { setAside: part }))
      }),
  )

type Kept = CopyInWorld & { readonly kept: NonNullable<CopyInWorld['kept']> }

const keptOne = (world: World, choose: Choose, then: (copy: Kept) => void): void =>
  withOne(choose(world.copies.filter((copy): copy is Kept => copy.kept !== undefined)), then)

const send: Step = (world, choose) =>
  keptOne(world, choose, ({ id: copy, kept }) => {
    world.circulation.push(CopySent({ setAside: kept.id, copy, from: branches[0]!, to: branches[1]! }, {}))
  })

const makeReady: Step = (world, choose) =>
  keptOne(world, choose, ({ id: copy, title, kept: { id, reservation: waiting } }) => {
    const { id: reservation, borrower } = waiting
    const [pickUpBranch, pickUpNumber, pickUpBy] = [choose(branches)!, canary, addDays(7)(world.day)]
    const onShelf = { borrower, reservation, pickUpNumber, pickUpBy }
    world.circulation.push(CopyReady({ setAside: id, copy, title, branch: pickUpBranch }, { setAside: onShelf }))
    const ready = { borrower, copy, pickUpBranch, pickUpNumber, pickUpBy }
    world.circulation.push(ReservationReady({ reservation, title }, { reservation: ready }))
  })

const end: Step = (world, choose) =>
  withOne(choose(world.reservations), (chosen) => {
    const open = { reservation: chosen.id, title: chosen.title }
    world.circulation.push(choose([ReservationCancelled(open, {}), ReservationExpired(open, {})])!)
    world.reservations = world.reservations.filter((one) => one !== chosen)
    for (const copy of world.copies.filter(({ kept }) => kept?.reservation === chosen)) {
      const open = { setAside: copy.kept!.id, copy: copy.id, title: copy.title, branch: branches[0]! }
      world.circulation.push(SetAsideReleased({ ...open, because: 'reservation ended' }, {}))
      copy.kept = undefined
    }
  })

export const queueSteps = [reserve, reserve, reserve, change, setAside, setAside, send, makeReady, makeReady, end]
