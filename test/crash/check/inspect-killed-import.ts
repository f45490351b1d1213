import { openLibraryIn } from '../../fixtures/running-library'
import { readBothLogs } from './read-both-logs'

/** Opens a library whose import was killed, and inspects it: it must raise no alarm, and every event must open. */
export const inspectKilledImport = async (folder: string) => {
  const alarms: string[] = []
  const library = await openLibraryIn(folder, { alarm: (kind) => alarms.push(kind) })
  try {
    await library.retention.run()
    const { failed, unclosedDays, overdue } = await library.retention.status()
    const { events, unreadable } = await readBothLogs(library)
    const loans = events.filter(({ type }) => type === 'LoanStarted').length
    return { loans, problems: { alarms, failed, unclosedDays, overdue, unreadable } }
  } finally {
    await library.close()
  }
}
