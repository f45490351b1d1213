import { existsSync, readFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { decodePolicyFileBytes } from '../../stores/policy-file/decode-policy-file-bytes'
import { policyFileMessage } from '../../stores/policy-file/policy-file-message'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { readFolderDescription } from '../../stores/data-folder/folder-description'
import { writeFileAtomically } from '../../stores/data-folder/write-file-atomically'

/** Without the policy that it had, the library would decide by the default values and have no branches. */
const noStoredPolicyFile = (layout: DataFolderLayout): E.Either<string, undefined> => {
  const description = readFolderDescription(layout)
  return E.isRight(description) && description.right.hasPolicy === true
    ? E.left(
        `The policy file ${layout.policy} is missing, although folder.json says that the data folder stores one. Put it back from a backup, or name the file with --policy.`,
      )
    : E.right(undefined)
}

/** The text of the policy file that a data folder stores; undefined when it stores none. The error is a message. */
export const readStoredPolicyFile = (layout: DataFolderLayout): E.Either<string, string | undefined> =>
  pipe(
    E.tryCatch(
      () => (existsSync(layout.policy) ? readFileSync(layout.policy) : undefined),
      () => `The policy file ${layout.policy}, which the data folder stores, cannot be read.`,
    ),
    E.chain((bytes) =>
      bytes === undefined
        ? noStoredPolicyFile(layout)
        : pipe(decodePolicyFileBytes(bytes), E.mapLeft(policyFileMessage(layout.policy))),
    ),
  )

/** Stores the text of a policy file in a data folder, so that each later command decides by it. */
export const storePolicyFile = ({ policy }: DataFolderLayout, text: string): void => {
  writeFileAtomically(policy, text)
}
