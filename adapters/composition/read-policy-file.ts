import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import type { NamedPolicyFile } from './opening/choose-policy'

/** The text of a policy file; undefined when none is named. The error says what to do. */
export const readPolicyFile = (path: string | undefined): E.Either<string, NamedPolicyFile | undefined> =>
  path === undefined
    ? E.right(undefined)
    : E.tryCatch(
        () => ({ path, text: readFileSync(path, 'utf8') }),
        () => `The policy file ${path} cannot be read. Give the path of a file that exists.`,
      )
