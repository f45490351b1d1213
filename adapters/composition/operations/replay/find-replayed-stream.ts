import { streamNameOf, type StreamName } from '../../../../domain/event/stream'
import type { EventStore } from '../../../../domain/ports/event-store'
import { streamOfSubject } from '../../../../domain/replay/replay-subject'
import type { ScopeId } from '../../../../domain/values/ids'
import type { Schedule } from '../../../../retention/schedule/schedule'
import type { ReplayRequest } from '../../../processes/running-library/replay-operations'
import { giveWayWhileReading } from '../give-way-while-reading'

interface SearchDependencies {
  readonly logs: { readonly circulation: Pick<EventStore, 'readAll'> }
  readonly schedule: Pick<Schedule, 'findScope'>
}

/** The stream in which a reservation was made; undefined when none was. It reads the log, one page after the other. */
const searchReservation = async (
  { logs }: SearchDependencies,
  reservation: string,
): Promise<StreamName | undefined> => {
  for await (const page of giveWayWhileReading(logs.circulation).readAll({})) {
    const made = page.find(({ type, open }) => type === 'ReservationMade' && open.includes(`"${reservation}"`))
    if (made !== undefined) return made.stream
  }
  return undefined
}

/**
 * The stream of what is replayed; undefined when it cannot be found. The schedule knows where a living reservation was made;
 * one that is erased is searched for in the log.
 */
export const findReplayedStream =
  (dependencies: SearchDependencies) =>
  async ({ subject, id, title }: Pick<ReplayRequest, 'subject' | 'id' | 'title'>): Promise<StreamName | undefined> => {
    const streamOf = streamNameOf(streamOfSubject[subject].category)
    if (subject !== 'reservation') return streamOf(id)
    if (title !== undefined) return streamOf(title)
    const scope = dependencies.schedule.findScope(id as ScopeId)
    return scope?.class === 'reservation' ? scope.stream : searchReservation(dependencies, id)
  }
