import { spawnSync } from 'node:child_process'
import { borrowerByBorrowerNumber } from '../../../projections/borrowers/borrower-record-queries'
import { borrowersTable } from '../../../projections/borrowers/borrower-tables'
import { compiledProject } from '../../crash/compiled-project'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn } from '../../fixtures/running-library'
import { withPreparedFolder } from './prepared-folder'

/** The largest size of a file, in blocks of 1,024 bytes: the operating system refuses to write more. */
const maxFileBlocks = 4_000

const countBorrowers = async (folder: string): Promise<number> => {
  const library = await openLibraryIn(folder, { alarm: () => undefined })
  const count = library.rows.count(borrowersTable, {})
  await library.close()
  return count
}

describe('a full disk', () => {
  it('is answered as unavailable, loses nothing acknowledged, leaves nothing half written, and works again with room', () =>
    withPreparedFolder(async (folder) => {
      const before = await countBorrowers(folder)
      const child = `ulimit -f ${String(maxFileBlocks)}; exec "${process.execPath}" "${compiledProject.program('child/register-until-disk-full.js')}" "${folder}"`
      const { stdout } = spawnSync('bash', ['-c', child], { encoding: 'utf8' })
      const lines = stdout.trim().split('\n')
      const acknowledged = lines.filter((line) => line.startsWith('registered ')).map((line) => line.slice(11))
      expect(lines.at(-1)).toMatch(/^refused (StoreUnavailable|Unavailable)$/)
      expect(acknowledged.length).toBeGreaterThan(50)
      const library = await openLibraryIn(folder, { alarm: () => undefined })
      try {
        rightOrThrow(await library.catchUpReadModels())
        for (const number of acknowledged) expect(borrowerByBorrowerNumber(number)(library.rows)).toBeDefined()
        expect(library.rows.count(borrowersTable, {})).toBe(before + acknowledged.length)
        expect(await library.retention.status()).toMatchObject({ failed: [], overdue: 0 })
      } finally {
        await library.close()
      }
    }))
})
