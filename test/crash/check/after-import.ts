import { readAll } from './read-all'
import { openIn } from '../../fixtures/system'

/** Opens a library whose import was killed, and answers what it shows: nothing may be amiss, and everything opens. */
export const afterImport = async (folder: string) => {
  const alarms: string[] = []
  const system = await openIn(folder, { alarm: (kind) => alarms.push(kind) })
  try {
    await system.retention.run()
    const { failed, unclosedDays, overdue } = await system.retention.status()
    const { unreadable } = await readAll(system)
    return { alarms, failed, unclosedDays, overdue, unreadable }
  } finally {
    await system.close()
  }
}
