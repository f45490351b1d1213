import type { System } from '../../../adapters/processes/running/system'
import type { Told } from '../killed'
import type { Order } from '../order'
import type { Outcome } from '../outcome'
import { send } from '../send'
import { doneIn } from './acknowledged'

interface Sent {
  readonly order: Order
  readonly outcome: Outcome
}

const sendAll = (system: System, orders: ReadonlyArray<Order>): Promise<ReadonlyArray<Sent>> =>
  Promise.all(orders.map(async (order) => ({ order, outcome: await send(system)(order)() })))

const hadEffect = ({ outcome }: Sent): boolean => outcome._tag === 'Done' && outcome.position !== null

const sameAnswer = (first: Outcome, again: Outcome): boolean =>
  first._tag === 'Done' &&
  again._tag === 'Done' &&
  again.repeated &&
  again.position === first.position &&
  again.revision === first.revision

/** Orders that had an effect and, sent once more, do not answer with it. */
const answeredAnew = async (system: System, sent: ReadonlyArray<Sent>): Promise<ReadonlyArray<string>> => {
  const first = sent.filter(hadEffect)
  const again = await sendAll(
    system,
    first.map(({ order }) => order),
  )
  return first.flatMap(({ order, outcome }, index) => {
    const answer = again[index]?.outcome ?? outcome
    return sameAnswer(outcome, answer) ? [] : [`${order.deed.act} ${order.key}: ${JSON.stringify([outcome, answer])}`]
  })
}

/** Sends again what was acknowledged; each must answer its first result. */
export const acknowledgedAnew = (system: System, told: Told): Promise<ReadonlyArray<string>> =>
  answeredAnew(system, doneIn(told))

/** Sends what was under way once, as a caller does who heard nothing; and then again, which must change nothing. */
export const retriedAnew = async (system: System, { orders, outcomes }: Told): Promise<ReadonlyArray<string>> => {
  const sent = await sendAll(
    system,
    orders.filter(({ key }) => !outcomes.has(key)),
  )
  const failed = sent.flatMap(({ outcome }) => (outcome._tag === 'Failed' ? [outcome.why] : []))
  return [...failed, ...(await answeredAnew(system, sent))]
}
