import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import { inWords, type FolderError } from '../../stores/data-folder/folder-error'
import { migrationErrorInWords, type MigrationError } from '../../stores/migration/migration-error'
import type { StoreTrouble } from '../truth/truth'

/** Why nothing was moved, in a sentence that says what to do, and the exit code that says it. */
export interface NotMoved {
  readonly code: ExitCode
  readonly words: string
}

export const refused = (words: string): NotMoved => ({ code: exitCode.refused, words })

/** A folder that another process has is told apart: whoever asked may wait for it. */
export const notOwned = (error: FolderError): NotMoved => ({
  code: error._tag === 'FolderInUse' ? exitCode.inUse : exitCode.refused,
  words: inWords(error),
})

/** `where` names the end that cannot be opened, as a sentence begins. */
export const notOpened =
  (where: string) =>
  (trouble: StoreTrouble): NotMoved =>
    refused(
      `${where} cannot be opened: ${'reason' in trouble ? trouble.reason : 'others than the owner may read the ring'}.`,
    )

export const notCopied = (error: MigrationError): NotMoved => refused(migrationErrorInWords(error))
