import type { BranchId } from '../../../domain/values/ids'
import { fetchReady, giveBack, lendAny, lendToUnknownCard, putBackUnscanned, renew } from './borrower-steps'
import { changeReservation, pay, reserve } from './reservation-and-payment-steps'
import { comeBack } from './send-steps'
import { block, withdraw } from './staff-steps'
import type { Spot, Week } from './week'
import { branches } from './week-settings'

/** What is done in a day, each as often as it stands here. */
const doings: ReadonlyArray<readonly [number, (week: Week, at: Spot) => Promise<void> | void]> = [
  [34, lendAny],
  [10, fetchReady],
  [30, giveBack],
  [5, putBackUnscanned],
  [8, renew],
  [1, lendToUnknownCard],
  [14, reserve],
  [5, changeReservation],
  [2, withdraw],
  [1, block],
  [3, pay],
]
const weighted = doings.flatMap(([times, doing]) => Array.from({ length: times }, () => doing))

const pickSpot = ({ random, machines }: Week): Spot => {
  const machine = random.withProbability(0.6) ? random.pickOne(machines) : undefined
  return { branch: machine?.branch ?? random.pickOne(branches) ?? ('' as BranchId), machine }
}

/** One day at the desks and machines, of which some go offline and come back. */
export const spendDay = async (week: Week): Promise<void> => {
  const { random, machines, settings } = week
  for (let number = 0; number < settings.stepsEachDay; number += 1) {
    const machine = random.withProbability(0.08) ? random.pickOne(machines) : undefined
    if (machine?.isOnline === true) machine.isOnline = false
    else if (machine !== undefined && random.withProbability(0.5)) await comeBack(week, machine)
    await random.pickOne(weighted)?.(week, pickSpot(week))
  }
}
