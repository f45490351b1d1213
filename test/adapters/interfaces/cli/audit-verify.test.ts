import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import { openStoresInFolder } from '../../../../adapters/composition/stores/open-stores-in-folder'
import { closePrimaryStores } from '../../../../adapters/composition/stores/primary-stores'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import { openTreeThread } from '../../../../adapters/stores/eventstore/trees/open-tree-thread'
import { decodeCheckpoint } from '../../../../retention/transparency/formats/checkpoint'
import { decodeNoteKey } from '../../../../retention/transparency/formats/note-key'
import { decodeSignedNote } from '../../../../retention/transparency/formats/signed-note'
import { verifyNote } from '../../../../retention/transparency/formats/verify-note'
import { nextMonth, registerFortyBorrowers } from '../../../e2e/shuffled-month-steps'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { withLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { signHeadsAnew } from '../../../fixtures/transparency/sign-heads-anew'
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

/** Changes the log of *persons* in a folder with everything that the library knows of it, by somebody who has the ring. */
const rewritePersons = async (folder: string, sql: string): Promise<void> => {
  const file = path.join(folder, 'persons.db')
  const db = new Database(file)
  expect(db.prepare(sql).run().changes).toBeGreaterThan(0)
  db.close()
  const layout = dataFolderLayout(folder)
  rmSync(layout.trees)
  const place = { _tag: 'File', file } as const
  const trees = openTreeThread({ file: `${layout.trees}.other`, key: Buffer.alloc(32, 1), places: { circulation: place, persons: place } }) // prettier-ignore
  const stores = rightOrThrow(await openStoresInFolder(layout)())
  await signHeadsAnew({ ring: stores.ring, trees, headFolder: layout.heads }, 'persons')
  await trees.close()
  await closePrimaryStores(stores)
}

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

  it('compare the log with heads that were stored elsewhere, and say what each must be', () =>
    withSignedLibrary(async (glemsom, folder) => {
      const file = (name: string, text: string): string => {
        writeFileSync(path.join(folder, name), text)
        return path.join(folder, name)
      }
      const printed = async (...argv: ReadonlyArray<string>): Promise<string> =>
        `${(await glemsom('audit', ...argv)).lines.join('\n')}\n`
      const persons = file('persons.txt', await printed('head', '--log', 'persons'))
      const proof = file('day.tlog-proof', await printed('proof', 'day-2026-01-05', '--revision', '0'))
      const problemsOf = async (...argv: ReadonlyArray<string>) => {
        const { code, problems } = await glemsom('audit', 'verify', ...argv)
        return [code, problems.join(' ')]
      }
      expect(await problemsOf('--head', persons, '--head', proof)).toEqual([0, ''])
      const [origin, size, , , signature] = readFileSync(persons, 'utf8').split('\n')
      const other = file('other.txt', [origin, size, 'A'.repeat(43).concat('='), '', signature, ''].join('\n'))
      expect(await problemsOf('--head', other)).toEqual([
        1,
        expect.stringContaining('signed by no key of this library'),
      ])
      const foreign = file('foreign.txt', readFileSync(persons, 'utf8').replaceAll('/persons', '/people'))
      expect(await problemsOf('--head', foreign)).toEqual([2, expect.stringContaining('no log of this library')])
      expect(await problemsOf('--head', file('text.txt', 'nothing\n'))).toEqual([
        2,
        expect.stringContaining('has no signed head'),
      ])
      expect(await problemsOf('--head', path.join(folder, 'none'))).toEqual([
        2,
        expect.stringContaining('cannot be read'),
      ])
      expect(await problemsOf('--head', persons, '--log', 'circulation')).toEqual([
        2,
        expect.stringContaining('leave out --log'),
      ])
      expect(await problemsOf('--head', persons, '--log', 'persons', '--after', size!)).toEqual([
        2,
        expect.stringContaining('leave out --after'),
      ])
    }))

  it('find by such a head alone that the log was rewritten, with its tree and all heads', () =>
    withSignedLibrary(async (glemsom, folder) => {
      const head = path.join(folder, 'printed.txt')
      writeFileSync(head, `${(await glemsom('audit', 'head', '--log', 'persons')).lines.join('\n')}\n`)
      await rewritePersons(folder, `UPDATE events SET recorded = '2025-12' WHERE type = 'BorrowerRegistered'`)
      expect((await glemsom('audit', 'verify', '--log', 'persons')).code).toBe(0)
      const { code, problems } = await glemsom('audit', 'verify', '--log', 'persons', '--head', head)
      expect([code, problems.join(' ')]).toEqual([
        1,
        expect.stringMatching(
          /^persons: the log is not what the head in .*printed\.txt has signed: .* whoever changed the log has signed it anew/,
        ),
      ])
    }))
})
