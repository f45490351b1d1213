import { nextMonth, registerFortyBorrowers } from '../../../e2e/shuffled-month-steps'
import { acquireCopy, moveClockTo, registerNumberedBorrower } from '../../../e2e/use-case-steps'
import { decodeNoteKey } from '../../../../retention/transparency/formats/note-key'
import { readWholeLog } from '../../../contract/event-store/event-store-steps'
import type { CopyId } from '../../../../domain/values/ids'
import type { EventStore } from '../../../../domain/ports/event-store'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { verifyProofText } from '../../../fixtures/transparency/verify-proof-text'
import { runCli } from './run-cli'

/** The stream of a borrower who registered in the month that is not closed, and the one of the first who did before. */
interface Streams {
  readonly ofThisMonth: string
  readonly ofLastMonth: string
}

/** A stopped library whose first month is closed and signed, and in which further things happened since. */
const withLibrary = (
  use: (glemsom: (...argv: ReadonlyArray<string>) => ReturnType<typeof runCli>, streams: Streams) => Promise<void>,
): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const streams = await withLibraryIn(folder, async (library) => {
      await registerFortyBorrowers(library)
      await moveClockTo(library, nextMonth)
      await library.transparency!.signHeadsOfClosings()
      await acquireCopy(library, '3274626541' as CopyId)
      const ofThisMonth = `borrower-${await registerNumberedBorrower(library, 4711)}`
      const persons = await readWholeLog(library.useCaseDependencies.commandHandling.stores.persons as EventStore)
      const ofLastMonth = persons.find(({ type }) => type === 'BorrowerRegistered')!.stream
      return { ofThisMonth, ofLastMonth }
    })
    await use((...argv) => runCli(['--data', folder, ...argv]), streams)
  })

const keysOf = async (glemsom: (...argv: ReadonlyArray<string>) => ReturnType<typeof runCli>, log: string) => {
  const { lines } = await glemsom('--json', 'audit', 'head', '--log', log)
  const { keys } = JSON.parse(lines[0]!) as { readonly keys: ReadonlyArray<string> }
  return keys.map(decodeNoteKey).map(rightOrThrow)
}

describe('audit proof', () => {
  it('prints a proof of each certificate that is listed, which the keys of its log verify', () =>
    withLibrary(async (glemsom) => {
      const listed = (await glemsom('--json', 'certificates', 'list')).lines.map((line) => JSON.parse(line))
      expect(listed.length).toBeGreaterThan(0)
      for (const { log, certificate, run } of listed) {
        const { code, lines, notices } = await glemsom('audit', 'proof', certificate)
        expect([code, notices]).toEqual([0, [expect.stringContaining('no witness has cosigned it yet')]])
        const { record } = verifyProofText(await keysOf(glemsom, log), `${lines.join('\n')}\n`)
        expect(record).toMatchObject({ log, type: 'ScopesErased', stream: `erasure-${run}` })
        const inJson = JSON.parse((await glemsom('--json', 'audit', 'proof', certificate)).lines[0]!)
        expect(inJson).toMatchObject({ log, witnesses: [], proof: `${lines.join('\n')}\n` })
      }
    }))

  it('proves an event by its stream and revision, in persons only of closed months', () =>
    withLibrary(async (glemsom, { ofThisMonth, ofLastMonth }) => {
      const ofDay = await glemsom('audit', 'proof', 'day-2026-01-05', '--revision', '0')
      const { record } = verifyProofText(await keysOf(glemsom, 'circulation'), `${ofDay.lines.join('\n')}\n`)
      expect(record).toMatchObject({ type: 'DayClosed', stream: 'day-2026-01-05', revision: 0 })
      expect((await glemsom('audit', 'proof', ofLastMonth, '--revision', '0')).code).toBe(0)
      const refusals = []
      for (const stream of [ofThisMonth, 'borrower-5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'])
        refusals.push(await glemsom('audit', 'proof', stream, '--revision', '0'))
      // Whether the event is there is not told.
      expect(refusals[0]).toMatchObject({ code: 1, problems: [expect.stringContaining('is under the next one')] })
      expect(refusals[1]?.problems).toEqual(refusals[0]?.problems)
    }))

  it('says what it cannot prove, and how the command is used', () =>
    withLibrary(async (glemsom) => {
      const unknown = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'
      const problemOf = async (...argv: ReadonlyArray<string>) => {
        const { code, problems } = await glemsom('audit', 'proof', ...argv)
        return [code, problems.join(' ')]
      }
      expect(await problemOf(unknown)).toEqual([1, expect.stringContaining('There is no certificate')])
      expect(await problemOf('day-2026-01-05')).toEqual([2, expect.stringContaining('--revision')])
      expect(await problemOf(unknown, '--revision', '0')).toEqual([2, expect.stringContaining('leave out')])
      expect(await problemOf('day-2026-01-05', '--revision', '7')).toEqual([
        1,
        expect.stringContaining('no such event'),
      ])
      expect(await problemOf('nothing')).toEqual([2, expect.stringContaining('name of a stream')])
      const copies = await glemsom('show', 'copy-3274626541')
      expect(copies.code).toBe(0)
      expect(await problemOf('copy-3274626541', '--revision', '0')).toEqual([1, expect.stringContaining('glemsom audit head')]) // prettier-ignore
    }))
})
