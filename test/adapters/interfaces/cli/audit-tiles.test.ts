import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { nextMonth, personsOf, registerFortyBorrowers } from '../../../e2e/shuffled-month-steps'
import { moveClockTo, registerNumberedBorrower } from '../../../e2e/use-case-steps'
import { withLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { runCli } from './run-cli'

/** A stopped library whose first month is closed and signed, and where somebody registered since; and a folder for tiles. */
const withLibrary = (
  use: (
    glemsom: (...argv: ReadonlyArray<string>) => ReturnType<typeof runCli>,
    to: string,
    personsEvents: number,
  ) => Promise<void>,
): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const count = await withLibraryIn(folder, async (library) => {
      await registerFortyBorrowers(library)
      await moveClockTo(library, nextMonth)
      await library.transparency!.signHeadsOfClosings()
      await registerNumberedBorrower(library, 4711)
      return (await personsOf(library)).length
    })
    await use((...argv) => runCli(['--data', folder, ...argv]), `${folder}-tiles`, count)
  })

const sizeIn = (folder: string): number => Number(readFileSync(path.join(folder, 'checkpoint'), 'utf8').split('\n')[1])

describe('audit tiles', () => {
  it('writes what anybody may read of both logs, of persons the closed months alone, and entries only on demand', () =>
    withLibrary(async (glemsom, to, personsEvents) => {
      const { code, lines } = await glemsom('audit', 'tiles', to)
      expect([code, lines]).toEqual([
        0,
        [expect.stringMatching(/^circulation: .* new files\.$/), expect.stringMatching(/^persons: .* new files\.$/)],
      ])
      for (const log of ['circulation', 'persons']) {
        expect(existsSync(path.join(to, log, 'tile/0'))).toBe(true)
        expect(existsSync(path.join(to, log, 'tile/entries'))).toBe(false)
      }
      const size = sizeIn(path.join(to, 'persons'))
      expect(size).toBeLessThan(personsEvents)
      const again = await glemsom('--json', 'audit', 'tiles', to, '--log', 'persons', '--entries')
      expect(JSON.parse(again.lines[0]!)).toEqual({ log: 'persons', folder: path.join(to, 'persons'), size, files: 1 })
      expect(existsSync(path.join(to, 'persons/tile/entries', `000.p/${String(size)}`))).toBe(true)
    }))

  it('refuses a folder with the tree of another log, or another tree of this one, and writes nothing there', () =>
    withLibrary(async (glemsom, to) => {
      await glemsom('audit', 'tiles', to)
      const checkpoint = path.join(to, 'circulation', 'checkpoint')
      const own = readFileSync(checkpoint, 'utf8')
      const problemsOf = async () => {
        const { code, problems } = await glemsom('audit', 'tiles', to, '--log', 'circulation')
        return [code, problems.join(' ')]
      }
      const refused = [1, expect.stringContaining('has the tree of another log')]
      copyFileSync(path.join(to, 'persons', 'checkpoint'), checkpoint)
      expect(await problemsOf()).toEqual(refused)
      const [origin, size, root, ...rest] = own.split('\n')
      writeFileSync(checkpoint, [origin, String(Number(size) - 1), root, ...rest].join('\n'))
      expect(await problemsOf()).toEqual(refused)
      writeFileSync(checkpoint, own)
      expect(await problemsOf()).toEqual([0, ''])
      writeFileSync(`${to}-file`, '')
      expect(await glemsom('audit', 'tiles', `${to}-file`)).toMatchObject({ code: 3, problems: [expect.stringContaining('cannot be written')] }) // prettier-ignore
    }))
})
