import { exitCode, type ExitCode } from '../../interfaces/cli/exit-code'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { folderErrorMessage, type FolderError } from '../../stores/data-folder/folder-error'
import {
  libraryMigrationErrorMessage,
  type LibraryMigrationError,
} from '../../stores/migration/library-migration-error'
import type { OpenStoresError } from '../stores/primary-stores'
import { damagedFileText } from '../stores/store-problem-text'

/** Why the library was not migrated: a message that says what to do, and the exit code. */
export interface MigrationRefusal {
  readonly code: ExitCode
  readonly message: string
}

export const toMigrationRefusal = (message: string): MigrationRefusal => ({ code: exitCode.refused, message })

/** Nothing is left to do: for the caller this is a success. */
export const migratedAlready = ({ root }: DataFolderLayout): MigrationRefusal => ({
  code: exitCode.done,
  message: `The library of ${root} was moved to servers already. Nothing is left to do.`,
})

/** A folder that another process owns has its own exit code, because the caller may wait for it. */
export const migrationRefusalOfFolderError = (error: FolderError): MigrationRefusal => ({
  code: error._tag === 'FolderInUse' ? exitCode.inUse : exitCode.refused,
  message: folderErrorMessage(error),
})

/** `storesName` is the subject of the message, with a capital letter. */
export const toStoresNotOpenedRefusal =
  (storesName: string) =>
  (error: OpenStoresError): MigrationRefusal =>
    toMigrationRefusal(
      `${storesName} cannot be opened: ${'reason' in error ? `${error.reason}.${damagedFileText(error)}` : 'other users than the owner can read the ring.'}`,
    )

export const refusalOfFailedMigration = (error: LibraryMigrationError): MigrationRefusal =>
  toMigrationRefusal(libraryMigrationErrorMessage(error))
