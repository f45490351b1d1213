import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import { decodeCheckpoint } from '../../../../retention/transparency/formats/checkpoint'
import { decodeNoteKey } from '../../../../retention/transparency/formats/note-key'
import { decodeSignedNote } from '../../../../retention/transparency/formats/signed-note'
import { verifyNote } from '../../../../retention/transparency/formats/verify-note'
import { nextMonth, registerFortyBorrowers } from '../../../e2e/shuffled-month-steps'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { runCli } from './run-cli'

/** A stopped library whose first month is closed and signed. */
const withSignedLibrary = (
  use: (glemsom: (...argv: ReadonlyArray<string>) => ReturnType<typeof runCli>, folder: string) => Promise<void>,
): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    await withLibraryIn(folder, async (library) => {
      await registerFortyBorrowers(library)
      await moveClockTo(library, nextMonth)
      await library.transparency!.signHeadsOfClosings()
    })
    await use((...argv) => runCli(['--data', folder, ...argv]), folder)
  })

describe('audit verify and audit head', () => {
  it('say that every signed event is there, and print a head that its keys verify', () =>
    withSignedLibrary(async (glemsom) => {
      const { code, lines } = await glemsom('audit', 'verify')
      expect([code, lines.filter((line) => line.includes('every event that was signed is there'))]).toEqual([
        0,
        [expect.stringMatching(/^circulation: /), expect.stringMatching(/^persons: /)],
      ])
      expect(lines).toContainEqual(expect.stringMatching(/^[1-9]\d* certificates checked\.$/))
      const head = await glemsom('--json', 'audit', 'head', '--log', 'persons')
      const { size, note, keys } = JSON.parse(head.lines[0]!) as { size: number; note: string; keys: string[] }
      const decoded = rightOrThrow(decodeSignedNote(note))
      expect(E.isRight(verifyNote(keys.map((key) => rightOrThrow(decodeNoteKey(key))))(decoded))).toBe(true)
      expect(decodeCheckpoint(decoded.text)).toMatchObject({ right: { size } })
      expect((await glemsom('audit', 'head', '--log', 'persons')).lines.join('\n')).toBe(note.trimEnd())
      const since = await glemsom('--json', 'audit', 'verify', '--log', 'persons', '--after', String(size))
      expect(JSON.parse(since.lines[0]!)).toMatchObject({ logs: [{ log: 'persons', newestHead: size, found: 0 }] })
      expect((await glemsom('audit', 'verify', '--after', '3')).code).toBe(2)
      expect((await glemsom('audit', 'verify', '--log', 'persons', '--after', '3')).code).toBe(1)
    }))

  it('name an event and a certificate that were changed, and exit with 1', () =>
    withSignedLibrary(async (glemsom, folder) => {
      const db = new Database(path.join(folder, 'circulation.db'))
      db.prepare(`UPDATE events SET recorded = '2026-01-04' WHERE position = 2`).run()
      db.close()
      const persons = new Database(path.join(folder, 'persons.db'))
      const altered = `UPDATE events SET open = replace(open, '"signature":"', '"signature":"AAAA') WHERE type = 'ScopesErased'`
      expect(persons.prepare(altered).run().changes).toBe(1)
      persons.close()
      const { code, problems } = await glemsom('audit', 'verify')
      expect(code).toBe(1)
      expect(problems).toContainEqual(expect.stringMatching(/^circulation: changed: event 1, \w+ in .*signed as 1\.$/))
      expect(problems).toContainEqual(expect.stringMatching(/^persons: changed: event \d+, ScopesErased in erasure-/))
      expect(problems).toContainEqual(expect.stringMatching(/^persons: the certificate in erasure-.* is not valid: /))
    }))
})
