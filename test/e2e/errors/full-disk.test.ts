import { spawnSync } from 'node:child_process'
import { borrowerByNumber } from '../../../projections/borrowers/queries'
import { borrowers } from '../../../projections/borrowers/rows'
import { compiled } from '../../crash/compiled'
import { right } from '../../fixtures/right'
import { openIn } from '../../fixtures/system'
import { withFurnished } from './furnished'

/** What a file may hold at most, in blocks of 1,024 bytes: the operating system refuses to write beyond. */
const fullAfter = 4_000

const countIn = async (folder: string): Promise<number> => {
  const system = await openIn(folder, { alarm: () => undefined })
  const count = system.rows.count(borrowers, {})
  await system.close()
  return count
}

describe('a disk that is full', () => {
  it(
    'refuses as unavailable, loses nothing that was acknowledged, writes nothing by half, and works again with room',
    () =>
      withFurnished(async (folder) => {
        const before = await countIn(folder)
        const project = compiled()
        try {
          const child = `ulimit -f ${String(fullAfter)}; exec "${process.execPath}" "${project.program('child/full-disk.js')}" "${folder}"`
          const { stdout } = spawnSync('bash', ['-c', child], { env: project.environment, encoding: 'utf8' })
          const lines = stdout.trim().split('\n')
          const acknowledged = lines.filter((line) => line.startsWith('registered ')).map((line) => line.slice(11))
          expect(lines.at(-1)).toMatch(/^refused (StoreUnavailable|Unavailable)$/)
          expect(acknowledged.length).toBeGreaterThan(50)
          const system = await openIn(folder, { alarm: () => undefined })
          try {
            right(await system.reach())
            for (const number of acknowledged) expect(borrowerByNumber(number)(system.rows)?.number).toBe(number)
            expect(system.rows.count(borrowers, {})).toBe(before + acknowledged.length)
            expect(await system.retention.status()).toMatchObject({ failed: [], overdue: 0 })
          } finally {
            await system.close()
          }
        } finally {
          project.remove()
        }
      }),
    60_000,
  )
})
