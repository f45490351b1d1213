import { CopyPutOnPullList } from '../../../domain/copy/events/copy-put-on-pull-list'
import { CopyReady } from '../../../domain/copy/events/copy-ready'
import { CopyRedirected } from '../../../domain/copy/events/copy-redirected'
import { CopySent } from '../../../domain/copy/events/copy-sent'
import { CopySetAside } from '../../../domain/copy/events/copy-set-aside'
import { SetAsideReleased } from '../../../domain/copy/events/set-aside-released'
import { addDays } from '../../../domain/values/day'
import type { ReservationId, SetAsideId } from '../../../domain/values/ids'
import { noonOf } from '../../../domain/values/instant'
import { ReservationCancelled } from '../../../domain/title/events/reservation-cancelled'
import { ReservationChanged } from '../../../domain/title/events/reservation-changed'
import { ReservationExpired } from '../../../domain/title/events/reservation-expired'
import { ReservationCounted } from '../../../domain/title/events/reservation-counted'
import { ReservationMade } from '../../../domain/title/events/reservation-made'
import { ReservationNotReady } from '../../../domain/title/events/reservation-not-ready'
import { textOfParallelTitles } from '../../../domain/title/parallel-titles'
import { textOfVolume } from '../../../domain/values/volume'
import { overrideText } from './override-text'
import { ReservationReady } from '../../../domain/title/events/reservation-ready'
import {
  historyBranches,
  canaryText,
  addScope,
  ifPresent,
  type ChooseRandomItem,
  type HistoryCopy,
  type HistoryStep,
  type HistoryState,
} from './history-state'

const reserve: HistoryStep = (history, choose) =>
  ifPresent(choose(history.copies), ({ title }) =>
    ifPresent(choose(history.borrowers), ({ id: borrower }) => {
      const id = addScope<ReservationId>(history, 'reservation', borrower)
      const interestUntil = addDays(180)(history.day)
      const texts = {
        ...{ parallelTo: textOfParallelTitles(choose([[], [title]])!), volume: textOfVolume(null) },
        override: overrideText(choose),
      }
      const [first, pickUpBranch] = [choose([false, false, true])!, choose(historyBranches)!]
      const counted = { pickUpBranch, borrowerGroup: 'adult', municipality: null, ageClass: 'adult' } as const
      const made = { borrower, pickUpBranch, interestUntil, madeAt: noonOf(history.day), first, ...texts }
      history.circulation.push(
        ReservationMade({ reservation: id, title, latestEnd: interestUntil }, { reservation: made }),
      )
      ifPresent(history.statistics, (statistics) => {
        history.circulation.push(ReservationCounted({ reservation: id, title, statistics }, { statistics: counted }))
      })
      history.reservations.push({ id, borrower, title })
    }),
  )

const change: HistoryStep = (history, choose) =>
  ifPresent(choose(history.reservations), ({ id, borrower, title }) => {
    const reservation = { borrower, pickUpBranch: choose(historyBranches)!, interestUntil: addDays(9)(history.day) }
    history.circulation.push(ReservationChanged({ reservation: id, title }, { reservation }))
  })

const reserveCopy =
  (defineReserved: typeof CopySetAside | typeof CopyPutOnPullList): HistoryStep =>
  (history, choose) =>
    ifPresent(
      choose(
        history.copies.filter(({ loan, reservedFor, lost, withdrawn }) => !loan && !reservedFor && !lost && !withdrawn),
      ),
      (copy) =>
        ifPresent(choose(history.reservations.filter(({ title }) => title === copy.title)), (reservation) => {
          const { borrower } = reservation
          const id = addScope<SetAsideId>(history, 'setAside', borrower)
          copy.reservedFor = { id, reservation }
          const open = {
            setAside: id,
            copy: copy.id,
            title: copy.title,
            branch: choose(historyBranches)!,
            latestEnd: addDays(30)(history.day),
          }
          const part = { borrower, reservation: reservation.id, pickUpBranch: choose(historyBranches)! }
          history.circulation.push(defineReserved(open, { setAside: part }))
        }),
    )

const setAside = reserveCopy(CopySetAside)
const putOnPullList = reserveCopy(CopyPutOnPullList)

type ReservedHistoryCopy = HistoryCopy & { readonly reservedFor: NonNullable<HistoryCopy['reservedFor']> }

const withReservedCopy = (
  history: HistoryState,
  choose: ChooseRandomItem,
  then: (copy: ReservedHistoryCopy) => void,
): void =>
  ifPresent(choose(history.copies.filter((copy): copy is ReservedHistoryCopy => copy.reservedFor !== undefined)), then)

const send: HistoryStep = (history, choose) =>
  withReservedCopy(history, choose, ({ id: copy, reservedFor }) => {
    history.circulation.push(
      CopySent({ setAside: reservedFor.id, copy, from: historyBranches[0]!, to: historyBranches[1]! }, {}),
    )
  })

const makeReady: HistoryStep = (history, choose) =>
  withReservedCopy(history, choose, ({ id: copy, title, reservedFor: { id, reservation: reservationToServe } }) => {
    const { id: reservation, borrower } = reservationToServe
    const [pickUpBranch, pickUpNumber, pickUpBy] = [choose(historyBranches)!, canaryText, addDays(7)(history.day)]
    const readyPart = { borrower, reservation, pickUpNumber, pickUpBy }
    history.circulation.push(CopyReady({ setAside: id, copy, title, branch: pickUpBranch }, { setAside: readyPart }))
    const ready = { borrower, copy, pickUpBranch, pickUpNumber, pickUpBy }
    history.circulation.push(ReservationReady({ reservation, title }, { reservation: ready }))
  })

const redirect: HistoryStep = (history, choose) =>
  withReservedCopy(history, choose, ({ id: copy, title, reservedFor }) => {
    const open = { setAside: reservedFor.id, copy, title, branch: historyBranches[0]! }
    history.circulation.push(CopyRedirected(open, { setAside: { pickUpBranch: historyBranches[1]! } }))
  })

const makeWait: HistoryStep = (history, choose) =>
  ifPresent(choose(history.reservations), ({ id: reservation, title }) => {
    history.circulation.push(ReservationNotReady({ reservation, title }, {}))
  })

const end: HistoryStep = (history, choose) =>
  ifPresent(choose(history.reservations), (chosen) => {
    const open = { reservation: chosen.id, title: chosen.title }
    history.circulation.push(choose([ReservationCancelled(open, {}), ReservationExpired(open, {})])!)
    history.reservations = history.reservations.filter((one) => one !== chosen)
    for (const copy of history.copies.filter(({ reservedFor }) => reservedFor?.reservation === chosen)) {
      const open = { setAside: copy.reservedFor!.id, copy: copy.id, title: copy.title, branch: historyBranches[0]! }
      history.circulation.push(SetAsideReleased({ ...open, because: 'reservation ended' }, {}))
      copy.reservedFor = undefined
    }
  })

export const reservationSteps = [
  reserve,
  reserve,
  reserve,
  change,
  setAside,
  putOnPullList,
  setAside,
  send,
  makeReady,
  makeReady,
  redirect,
  makeWait,
  end,
]
