import type { System } from '../../../adapters/processes/running/system'
import type { Recorded } from '../../../domain/event/domain-event'
import { logNames } from '../../../domain/event/stream'
import { readEvent } from '../../../domain/command-handling/remember'
import type { EventStore } from '../../../domain/ports/event-store'

/** Both logs from the beginning, every part opened, and what could not be read. */
export interface Everything {
  readonly events: ReadonlyArray<Recorded>
  /** Events with a part that is neither plain nor said by the log to be erased, and why. */
  readonly unreadable: ReadonlyArray<string>
}

export const readAll = async ({ library }: System): Promise<Everything> => {
  const { stores, table, keys } = library.desk
  const events: Recorded[] = []
  const unreadable: string[] = []
  for (const log of logNames)
    for await (const page of (stores[log] as EventStore).readAll({}))
      for (const stored of page) {
        const read = await readEvent(table, keys)(log)(stored)()
        if (read._tag === 'Right') events.push(read.right)
        else unreadable.push(`${stored.type} at ${stored.position}: ${JSON.stringify(read.left)}`)
      }
  return { events, unreadable }
}
