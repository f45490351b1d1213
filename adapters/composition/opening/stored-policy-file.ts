import { existsSync, readFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { writeFileAtomically } from '../../stores/data-folder/write-file-atomically'

/** The text of the policy file that a data folder stores; undefined when it stores none. */
export const readStoredPolicyFile = ({ policy }: DataFolderLayout): E.Either<'Unreadable', string | undefined> =>
  E.tryCatch(
    () => (existsSync(policy) ? readFileSync(policy, 'utf8') : undefined),
    () => 'Unreadable' as const,
  )

/** Stores the text of a policy file in a data folder, so that each later command decides by it. */
export const storePolicyFile = ({ policy }: DataFolderLayout, text: string): void => {
  writeFileAtomically(policy, text)
}
