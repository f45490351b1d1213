import type { System } from '../../../adapters/processes/running/system'
import type { RecordedEvent } from '../../../domain/ports/event-store'
import type { Done } from '../outcome'
import type { Told } from '../killed'

export const doneIn = ({ orders, outcomes }: Told) =>
  orders.flatMap((order) => {
    const outcome = outcomes.get(order.key)
    return outcome?._tag === 'Done' ? [{ order, outcome }] : []
  })

const eventOf = async ({ library }: System, { address, revision }: Done): Promise<RecordedEvent | undefined> => {
  const store = library.desk.stores[address.log]
  for await (const page of store.readStream(address.stream, { direction: 'forwards', from: revision, limit: 1 }))
    return page[0]
  return undefined
}

/** The acknowledged orders whose event does not stand where the acknowledgement said. */
export const missing = async (system: System, told: Told): Promise<ReadonlyArray<string>> => {
  const lost: string[] = []
  for (const { order, outcome } of doneIn(told)) {
    if (outcome.position === null || outcome.repeated) continue
    const event = await eventOf(system, outcome)
    if (event?.position !== outcome.position || event.revision !== outcome.revision) lost.push(order.key)
  }
  return lost
}
