import { readBothLogs } from '../../../crash/check/read-both-logs'
import { acquireOneCopy, moveClockTo } from '../../../e2e/use-case-steps'
import { day } from '../../../fixtures/example-library'
import { withLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'

describe('the server log of a day on which the library is stopped and started again', () => {
  it('has the hours before the stop and after it, written by the closing of the day and not at the stop', () =>
    withTemporaryFolder(async (folder) => {
      await withLibraryIn(folder, async (library) => {
        await acquireOneCopy(library)
        library.serverLog.logRequest('192.0.2.1', 'Firefox 133')
      })
      await withLibraryIn(folder, async (library) => {
        const writtenLines = async () =>
          (await readBothLogs(library)).events.flatMap(({ type, sealed }) =>
            type === 'ServerLogWritten' ? [JSON.stringify(sealed)] : [],
          )
        expect(await writtenLines()).toEqual([])
        library.serverLog.logRequest('192.0.2.2', 'Firefox 133')
        await moveClockTo(library, day('2026-01-06'))
        const written = await writtenLines()
        expect(written).toHaveLength(2)
        for (const address of ['192.0.2.1', '192.0.2.2']) expect(written.join()).toContain(address)
      })
    }))
})
