import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { decodePolicyFileBytes } from '../stores/policy-file/decode-policy-file-bytes'
import { policyFileMessage } from '../stores/policy-file/policy-file-message'
import type { NamedPolicyFile } from './opening/load-policy-or-default'

/** The text of a policy file; undefined when none is named. The error says what to do. */
export const readPolicyFile = (path: string | undefined): E.Either<string, NamedPolicyFile | undefined> =>
  path === undefined
    ? E.right(undefined)
    : pipe(
        E.tryCatch(
          () => readFileSync(path),
          () => `The policy file ${path} cannot be read. Give the path of a file that exists.`,
        ),
        E.chain((bytes) => pipe(decodePolicyFileBytes(bytes), E.mapLeft(policyFileMessage(path)))),
        E.map((text) => ({ path, text })),
      )
