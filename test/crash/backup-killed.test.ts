import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { openRunningLibrary } from '../../adapters/composition/open-running-library'
import { backupSteps } from '../../adapters/composition/backup/create-data-folder-back-up-operation'
import { restoreSteps, type RestoreStep } from '../../adapters/composition/restore/restore-backup'
import { acquireOneCopy, registerNumberedBorrower } from '../e2e/use-case-steps'
import { backUpInto, restoreWith } from '../fixtures/backups'
import { openLibraryIn, testOpenOptions, withTemporaryFolder } from '../fixtures/running-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { compiledProject } from './compiled-project'

/** Runs a backup or a restore in a process that kills itself after a step. */
const runUntilKilled = (...args: ReadonlyArray<string>): void => {
  const { signal } = spawnSync(process.execPath, [compiledProject.program('child/back-up-until-killed.js'), ...args])
  if (signal !== 'SIGKILL') throw new Error('the process was not killed')
}

const withLibrary = (use: (folder: string) => Promise<void>): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const library = await openLibraryIn(folder)
    await acquireOneCopy(library)
    await registerNumberedBorrower(library, 1)
    await backUpInto(library, `${folder}-backup`)
    await library.close()
    await use(folder)
  })

describe('A killed backup', () => {
  it.each(backupSteps)('is complete, or refused by a restore, after the step "%s"', (step) =>
    withLibrary(async (folder) => {
      const [killed, target] = [`${folder}-killed`, `${folder}-target`]
      runUntilKilled('backup', folder, killed, target, step)
      const restored = await restoreWith(folder, target, { logs: killed })
      expect(restored).toMatchObject(
        step === 'manifest of logs' ? { _tag: 'Right' } : { left: { _tag: 'BackupRefused' } },
      )
      // The killed backup changed nothing in the library.
      await (await openLibraryIn(folder)).close()
    }),
  )
})

/** What opening the folder answers after each step. */
const afterKill: Readonly<Record<RestoreStep, object | undefined>> = {
  verify: undefined,
  copy: { left: { _tag: 'FolderNotRestored' } },
  replay: { left: { _tag: 'FolderNotRestored' } },
  complete: { _tag: 'Right' },
}

describe('A killed restore', () => {
  it.each(restoreSteps)('is complete, or opened by nobody and done again, after the step "%s"', (step) =>
    withLibrary(async (folder) => {
      const target = `${folder}-target`
      const ring = `${folder}/ring`
      runUntilKilled('restore', folder, `${folder}-backup`, target, step)
      const opened = existsSync(target)
        ? await openRunningLibrary(target, { ...testOpenOptions, ring, takeRing: true })()
        : undefined
      expect({ opened }).toMatchObject({ opened: afterKill[step] })
      if (opened?._tag === 'Right') await opened.right.close()
      const again = step === 'complete' ? `${target}-again` : target
      rightOrThrow(await restoreWith(folder, again, { logs: `${folder}-backup` }))
      await (await openLibraryIn(again, { ring, takeRing: true })).close()
    }),
  )
})
