import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { LogName } from '../../../domain/event/stream'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { ScopeId } from '../../../domain/values/ids'
import type { DataFolderLayout } from './data-folder-layout'
import { writeFileAtomically } from './write-file-atomically'

/** A scope whose key is lost, as an administrator has accepted. */
export interface AcceptedKeyLoss {
  readonly log: LogName
  readonly class: ScopeClass
  readonly scope: ScopeId
}

/** Writes down which scopes a restore left unreadable: random ids, and nothing that names a person. */
export const writeAcceptedKeyLosses = (
  { acceptedLosses }: DataFolderLayout,
  losses: ReadonlyArray<AcceptedKeyLoss>,
): void => {
  const sorted = [...losses].sort((one, other) => (one.scope < other.scope ? -1 : 1))
  writeFileAtomically(acceptedLosses, `${JSON.stringify(sorted, null, 1)}\n`)
}

/**
 * The scopes whose loss was accepted and is not recorded in the log yet. A file that is damaged counts as none: the keys
 * are then reported missing.
 */
export const readAcceptedKeyLosses = ({ acceptedLosses }: DataFolderLayout): ReadonlyArray<AcceptedKeyLoss> => {
  if (!existsSync(acceptedLosses)) return []
  try {
    return JSON.parse(readFileSync(acceptedLosses, 'utf8')) as ReadonlyArray<AcceptedKeyLoss>
  } catch {
    return []
  }
}

/** Removes the list, when the logs say the same. */
export const removeAcceptedLosses = ({ acceptedLosses }: DataFolderLayout): void =>
  rmSync(acceptedLosses, { force: true })
