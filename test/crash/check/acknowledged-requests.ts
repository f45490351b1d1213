import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import type { Position, RecordedEvent } from '../../../domain/ports/event-store'
import type { DoneOutcome } from '../request-outcome'
import type { ChildReport } from '../start-child'

export const acknowledgedRequests = ({ requests, outcomes }: ChildReport) =>
  requests.flatMap((request) => {
    const outcome = outcomes.get(request.key)
    return outcome?._tag === 'Done' ? [{ request, outcome }] : []
  })

/** Whether two positions of one event agree. In *persons* an event gets another one when its month is closed. */
export const isSamePosition = ({ address, position }: DoneOutcome, other: Position | null | undefined): boolean =>
  address.log === 'persons' ? (other ?? null) !== null : other === position

const findAcknowledgedEvent = async (
  { useCaseDependencies: library }: RunningLibrary,
  { address, revision }: DoneOutcome,
): Promise<RecordedEvent | undefined> => {
  const store = library.commandHandling.stores[address.log]
  for await (const page of store.readStream(address.stream, { direction: 'forwards', from: revision, limit: 1 }))
    return page[0]
  return undefined
}

/** The acknowledged requests whose event is not at the acknowledged place, or shares it with another request. */
export const lostAcknowledgedRequests = async (
  system: RunningLibrary,
  report: ChildReport,
): Promise<ReadonlyArray<string>> => {
  const lost: string[] = []
  const places = new Set<string>()
  for (const { request, outcome } of acknowledgedRequests(report)) {
    if (outcome.position === null || outcome.repeated) continue
    const event = await findAcknowledgedEvent(system, outcome)
    const place = JSON.stringify([outcome.address, outcome.revision])
    const isThere = event?.revision === outcome.revision && isSamePosition(outcome, event.position)
    if (!isThere || places.has(place)) lost.push(request.key)
    places.add(place)
  }
  return lost
}
