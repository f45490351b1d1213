import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import type { RecordedEvent } from '../../../domain/ports/event-store'
import type { DoneOutcome } from '../request-outcome'
import type { ChildReport } from '../start-child'

export const acknowledgedRequests = ({ requests, outcomes }: ChildReport) =>
  requests.flatMap((request) => {
    const outcome = outcomes.get(request.key)
    return outcome?._tag === 'Done' ? [{ request, outcome }] : []
  })

const findAcknowledgedEvent = async (
  { useCaseDependencies: library }: RunningLibrary,
  { address, revision }: DoneOutcome,
): Promise<RecordedEvent | undefined> => {
  const store = library.commandHandling.stores[address.log]
  for await (const page of store.readStream(address.stream, { direction: 'forwards', from: revision, limit: 1 }))
    return page[0]
  return undefined
}

/** The acknowledged requests whose event is not at the acknowledged position. */
export const lostAcknowledgedRequests = async (
  system: RunningLibrary,
  report: ChildReport,
): Promise<ReadonlyArray<string>> => {
  const lost: string[] = []
  for (const { request, outcome } of acknowledgedRequests(report)) {
    if (outcome.position === null || outcome.repeated) continue
    const event = await findAcknowledgedEvent(system, outcome)
    if (event?.position !== outcome.position || event.revision !== outcome.revision) lost.push(request.key)
  }
  return lost
}
