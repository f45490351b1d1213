import { existsSync, readFileSync } from 'node:fs'
import type { DataFolderLayout } from './data-folder-layout'
import { writeFileAtomically } from './write-file-atomically'

/** Writes down which scopes a restore left unreadable: random ids, and nothing that names a person. */
export const writeAcceptedLosses = <A extends { readonly scope: string }>(
  { acceptedLosses }: DataFolderLayout,
  losses: ReadonlyArray<A>,
): void => {
  const sorted = [...losses].sort((one, other) => (one.scope < other.scope ? -1 : 1))
  writeFileAtomically(acceptedLosses, `${JSON.stringify(sorted, null, 1)}\n`)
}

/** The scopes whose loss was accepted. A file that is damaged counts as none: the keys are then reported missing. */
export const readAcceptedLosses = ({ acceptedLosses }: DataFolderLayout): ReadonlySet<string> => {
  if (!existsSync(acceptedLosses)) return new Set()
  try {
    const losses = JSON.parse(readFileSync(acceptedLosses, 'utf8')) as ReadonlyArray<{ readonly scope: string }>
    return new Set(losses.map(({ scope }) => scope))
  } catch {
    return new Set()
  }
}
