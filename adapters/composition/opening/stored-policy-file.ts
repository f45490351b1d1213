import { existsSync, readFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { decodePolicyText } from '../../stores/policy-file/decode-policy-text'
import { policyFileMessage } from '../../stores/policy-file/policy-file-message'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { writeFileAtomically } from '../../stores/data-folder/write-file-atomically'

/** The text of the policy file that a data folder stores; undefined when it stores none. The error is a message. */
export const readStoredPolicyFile = ({ policy }: DataFolderLayout): E.Either<string, string | undefined> =>
  pipe(
    E.tryCatch(
      () => (existsSync(policy) ? readFileSync(policy) : undefined),
      () => `The policy file ${policy}, which the data folder stores, cannot be read.`,
    ),
    E.chain((bytes) =>
      bytes === undefined ? E.right(undefined) : pipe(decodePolicyText(bytes), E.mapLeft(policyFileMessage(policy))),
    ),
  )

/** Stores the text of a policy file in a data folder, so that each later command decides by it. */
export const storePolicyFile = ({ policy }: DataFolderLayout, text: string): void => {
  writeFileAtomically(policy, text)
}
