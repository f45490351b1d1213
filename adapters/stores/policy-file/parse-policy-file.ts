import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { replaceFaultyBranchMembers } from './replace-faulty-branch-members'
import { checkAgainstSchema } from './check-against-schema'
import { checkBranches } from './check-branches'
import { checkPolicyVersions } from './check-policy-versions'
import { placeInText } from './decode-policy-file-bytes'
import { findJsonError } from './find-json-error'
import { findRepeatedMembersOfPolicyFile } from './find-repeated-members-of-policy-file'
import type { PolicyFile } from './policy-file'
import { jsonPointerStep, type PolicyFileError } from './policy-file-error'
import { policySchema } from './policy-schema'
import { replaceFaultyDaysOfPolicyVersions } from './replace-faulty-version-days'
import { findMalformedPolicyListItems, partThatFitsSchema } from './part-that-fits-schema'

type Errors = ReadonlyArray<PolicyFileError>

const notJson = (text: string): Errors => {
  const { offset, expected } = findJsonError(text)
  const place = placeInText(text, offset)
  const found = offset < text.length ? `is wrong at ${place}` : `ends at ${place}`
  return [{ pointer: '', text: `The file is not JSON: it ${found}, where ${expected} must stand.` }]
}

const parseJson = (text: string): E.Either<Errors, unknown> =>
  E.tryCatch(
    (): unknown => JSON.parse(text),
    () => notJson(text),
  )

/** Whether two pointers name one place, or one a place within the other. */
const isSamePlace = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)

/** The index in the file of an item that is left after others of its list were left out. */
const indexInFile = (list: string, index: number, leftOut: ReadonlySet<string>): number => {
  let leftBefore = 0
  for (let inFile = 0; ; inFile += 1) {
    if (leftOut.has(list + jsonPointerStep(inFile))) continue
    if (leftBefore === index) return inFile
    leftBefore += 1
  }
}

/** A pointer into the file, from one into its well-formed part. */
const pointerInFile =
  (leftOut: ReadonlySet<string>) =>
  (pointer: string): string =>
    pointer
      .split('/')
      .slice(1)
      .reduce(
        (place, step) => `${place}/${/^[0-9]+$/.test(step) ? indexInFile(place, Number(step), leftOut) : step}`,
        '',
      )

/** The rows of a fee table stand in order, so what is said of one is in doubt when another is not well-formed. */
const tableOf = (pointer: string): string => /^.*\/fees\/table/.exec(pointer)?.[0] ?? pointer

/** Contradictions, but for those at a place that has an error of form, because of which they may be none. */
const findContradictions = (value: unknown, file: PolicyFile, errorsOfForm: Errors): Errors => {
  const leftOut = new Set(findMalformedPolicyListItems(policySchema)(value))
  const areBranchesKnown =
    !errorsOfForm.some(({ pointer }) => pointer === '/branches') &&
    ![...leftOut].some((pointer) => pointer.startsWith('/branches/'))
  return [...checkBranches(file, areBranchesKnown), ...checkPolicyVersions(file)]
    .map(({ pointer, text }) => ({ pointer: pointerInFile(leftOut)(pointer), text }))
    .filter(({ pointer }) => !errorsOfForm.some((error) => isSamePlace(tableOf(error.pointer), tableOf(pointer))))
}

const checkFile = (value: unknown, repeatedMembers: Errors): E.Either<Errors, PolicyFile> => {
  const errorsOfForm = checkAgainstSchema(policySchema)(value)
  const readable =
    errorsOfForm.length === 0 ? value : replaceFaultyBranchMembers(replaceFaultyDaysOfPolicyVersions(value))
  const part = partThatFitsSchema(policySchema)(readable)
  const file = part === undefined ? undefined : (part as PolicyFile)
  const errors = [
    ...repeatedMembers,
    ...errorsOfForm,
    ...(file === undefined ? [] : findContradictions(readable, file, errorsOfForm)),
  ]
  return errors.length > 0 || file === undefined ? E.left(errors) : E.right(file)
}

/** Reads the text of a policy file, or answers every error in it: errors of form, and contradictions. */
export const parsePolicyFile = (text: string): E.Either<Errors, PolicyFile> =>
  pipe(
    parseJson(text),
    E.chain((value) => checkFile(value, findRepeatedMembersOfPolicyFile(text))),
  )
