import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { crashCopies, openOptionsWithAlarm } from '../../crash/crash-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn } from '../../fixtures/running-library'
import { waitUntil } from '../../fixtures/wait-until'
import { borrowerIdsOf, lendTo, withPreparedFolder } from '../errors/prepared-folder'
import { changeLog } from './write-event'

const withLibrary = async (
  folder: string,
  use: (library: RunningLibrary, alarms: ReadonlyArray<string>) => Promise<unknown>,
): Promise<void> => {
  const alarms: string[] = []
  const library = await openLibraryIn(
    folder,
    openOptionsWithAlarm((kind) => void alarms.push(kind)),
  )
  try {
    await use(library, alarms)
  } finally {
    await library.close()
  }
}

/** Opens the folder, so that the logs are read once. Answers what is wrong with them, and the alarms. */
const readOnce = async (folder: string): Promise<ReadonlyArray<unknown>> => {
  const found: unknown[] = []
  await withLibrary(folder, async (library, alarms) => {
    const { changedLogs } = rightOrThrow(await library.checkLogs(undefined, () => undefined)())
    found.push(...changedLogs, ...alarms)
  })
  return found
}

describe('a log that somebody changes behind the back of the library', () => {
  it.each<[string, 'circulation' | 'persons', string]>([
    ['EventsMissing', 'circulation', 'DELETE FROM events WHERE position = 4'],
    ['EventsMissing', 'persons', 'DELETE FROM events WHERE position = 3'],
    ['EventsChanged', 'circulation', `UPDATE events SET recorded = '2026-01-01' WHERE position = 5`],
    ['EventsChanged', 'persons', `UPDATE events SET recorded = '2019-01' WHERE position = 2`],
    [
      'EventsChanged',
      'circulation',
      `UPDATE events SET open = replace(open, '"standard"', '"children"') WHERE position = 4`,
    ],
  ])('raises %s in %s after: %s', (kind, log, sql) =>
    withPreparedFolder(async (folder) => {
      expect(await readOnce(folder)).toEqual([])
      expect(changeLog(folder, log, sql)).toBe(1)
      await withLibrary(folder, async (library, alarms) => {
        await waitUntil(() => alarms.includes(kind))
        expect(await library.checkHealth()).toMatchObject({ ok: false, changedLogs: [{ log, kind }] })
      })
    }),
  )

  it('is found by a check of the logs, which does not mind what the library itself has appended', () =>
    withPreparedFolder(async (folder) => {
      expect(await readOnce(folder)).toEqual([])
      await withLibrary(folder, async (library, alarms) => {
        rightOrThrow(await lendTo(library)(crashCopies[1] as CopyId, borrowerIdsOf(library)[1] as BorrowerId))
        const checked = rightOrThrow(await library.checkLogs(undefined, () => undefined)())
        expect(checked.changedLogs).toEqual([])
        expect(alarms).toEqual([])
      })
      expect(changeLog(folder, 'circulation', 'DELETE FROM events WHERE position = 4')).toBe(1)
      await withLibrary(folder, async (library) => {
        const checked = rightOrThrow(await library.checkLogs(undefined, () => undefined)())
        expect(checked.changedLogs).toEqual([{ log: 'circulation', kind: 'EventsMissing' }])
      })
    }))
})
