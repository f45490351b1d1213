import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import { logRepairCommand } from '../../../adapters/composition/repair/log-repair-command'
import { exitCode } from '../../../adapters/interfaces/cli/exit-code'
import { collectOutput } from '../../adapters/interfaces/cli/collect-output'
import { expectOpenError } from './open-error'
import { withPreparedFolder } from './prepared-folder'

const restore = 'Put the file back from a backup: see Backup and restore in adapters/README.md.'
const repair = 'Run glemsom log repair. When it refuses, put the file back from a backup: see Damaged files'

/** A file of a folder, what a message says that it belongs to, and what to do. */
const databases: ReadonlyArray<readonly [file: string, role: string, remedy: string]> = [
  ['circulation.db', 'the log circulation', repair],
  ['persons.db', 'the log persons', repair],
  ['keys/keys-circulation.db', 'the key store', restore],
  ['keys/keys-persons.db', 'the key store', restore],
]

const overwriteHeader = (file: string): void => {
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 0, 100)
  writeFileSync(file, bytes)
}

/** Overwrites everything but the header of the file. */
const overwritePages = (file: string): void => {
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 100)
  writeFileSync(file, bytes)
}

const damages: ReadonlyArray<readonly [how: string, damage: (file: string) => void, reason: string]> = [
  ['has another header', overwriteHeader, 'the file is not a database, or has another key (SQLITE_NOTADB)'],
  ['has other pages', overwritePages, 'the file is damaged (SQLITE_CORRUPT)'],
]

describe('the message that a library cannot be opened because a file is damaged', () => {
  it.each(databases.flatMap((database) => damages.map((damage) => [...database, ...damage] as const)))(
    'names the file %s, what it belongs to, and what to do (%s, %s: it %s)',
    (name, role, remedy, _, damage, reason) =>
      withPreparedFolder(async (folder) => {
        const file = path.join(folder, name)
        damage(file)
        const { words } = await expectOpenError(folder)
        expect(words).toContain(`${path.basename(name)}: ${reason}. It is a file of ${role}. ${remedy}`)
      }),
  )

  it.each(['library.json', 'signing.pem', 'epoch-1.json', 'event-codes.json'])(
    'names the file %s of the ring',
    (name) =>
      withPreparedFolder(async (folder) => {
        truncateSync(path.join(folder, 'ring', name), 8)
        const { words } = await expectOpenError(folder)
        expect(words).toContain(`the ring of wrapping keys is incomplete or damaged: ${name}`)
        expect(words).toContain('Put the ring back from its own copy: see Backup and restore in adapters/README.md.')
      }),
  )

  it.each(['folder.json', 'clock.json', 'owner.db'])('names the file %s, and what to do', (name) =>
    withPreparedFolder(async (folder) => {
      writeFileSync(path.join(folder, name), 'x'.repeat(5000))
      const { tag, words } = await expectOpenError(folder)
      expect(tag).toBe('FolderDamaged')
      expect(words).toContain(`${name} `)
      expect(words).toMatch(/\. (Put it back from a backup|Remove it while no process uses the folder)/)
    }),
  )

  it('says of a file that cannot be repaired that it must come from a backup', () =>
    withPreparedFolder((folder) => {
      overwriteHeader(path.join(folder, 'persons.db'))
      const output = collectOutput()
      expect(logRepairCommand({ json: false }, dataFolderLayout(folder), output)).toBe(exitCode.refused)
      expect(output.lines.at(-1)).toBe(
        `persons: not repaired, because the file is not a database, or has another key (SQLITE_NOTADB). ${restore}`,
      )
      return Promise.resolve()
    }))
})
