import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { checkAgainstSchema } from './check-against-schema'
import { checkBranches } from './check-branches'
import { checkVersions } from './check-versions'
import { findRepeatedMembers } from './find-repeated-members'
import type { PolicyFile } from './policy-file'
import type { PolicyFileError } from './policy-file-error'
import { policySchema } from './policy-schema'
import { wellFormedPart } from './well-formed-part'

type Errors = ReadonlyArray<PolicyFileError>

const parseJson = (text: string): E.Either<Errors, unknown> =>
  E.tryCatch(
    (): unknown => JSON.parse(text),
    (error) => [{ pointer: '', text: `The file is not JSON: ${error instanceof Error ? error.message : ''}` }],
  )

/** Whether two pointers name one place, or one a place within the other. */
const isSamePlace = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)

/** Contradictions, but for those at a place that has an error of form, because of which they may be none. */
const findContradictions = (file: PolicyFile, errorsOfForm: Errors): Errors => {
  const areBranchesWellFormed = !errorsOfForm.some((error) => isSamePlace(error.pointer, '/branches'))
  return [...(areBranchesWellFormed ? checkBranches(file) : []), ...checkVersions(file)].filter(
    ({ pointer }) => !errorsOfForm.some((error) => isSamePlace(error.pointer, pointer)),
  )
}

const checkFile = (value: unknown, repeatedMembers: Errors): E.Either<Errors, PolicyFile> => {
  const errorsOfForm = checkAgainstSchema(policySchema)(value)
  const part = wellFormedPart(policySchema)(value)
  const file = part === undefined ? undefined : (part as PolicyFile)
  const errors = [
    ...repeatedMembers,
    ...errorsOfForm,
    ...(file === undefined ? [] : findContradictions(file, errorsOfForm)),
  ]
  return errors.length > 0 || file === undefined ? E.left(errors) : E.right(file)
}

/** Reads the text of a policy file, or answers every error in it: errors of form, and contradictions. */
export const parsePolicyFile = (text: string): E.Either<Errors, PolicyFile> =>
  pipe(
    parseJson(text),
    E.chain((value) => checkFile(value, findRepeatedMembers(text))),
  )
