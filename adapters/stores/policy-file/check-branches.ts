import type { BranchId } from '../../../domain/values/ids'
import { nearestName } from '../../system/text/nearest-name'
import type { BranchInFile, PolicyFile } from './policy-file'
import { toJsonPointer, type PolicyFileError } from './policy-file-error'

type Errors = ReadonlyArray<PolicyFileError>

const unknownBranchText = (codes: ReadonlyArray<BranchId>, code: string): string => {
  if (codes.length === 0) return `The file names no branches, so ${code} is none. Name it under /branches.`
  const nearest = nearestName(codes)(code)
  return `There is no branch ${code}. ${nearest === undefined ? `The branches are ${codes.join(', ')}.` : `Did you mean ${nearest}?`}`
}

/** Whether branches take over from each other in a circle, starting from a branch. */
const isTakenOverInACircle = (branches: ReadonlyArray<BranchInFile>, start: BranchInFile): boolean => {
  const passed = new Set<BranchId>()
  let next: BranchInFile | undefined = start
  while (next?.takenOverBy !== undefined) {
    if (passed.has(next.code)) return true
    passed.add(next.code)
    const { takenOverBy }: BranchInFile = next
    next = branches.find(({ code }) => code === takenOverBy)
  }
  return false
}

const errorsOfSuccessor = (
  branches: ReadonlyArray<BranchInFile>,
  areAllKnown: boolean,
  branch: BranchInFile,
  index: number,
): Errors => {
  const { code, closedFrom, takenOverBy } = branch
  const at = (text: string): Errors => [{ pointer: toJsonPointer('branches', index, 'takenOverBy'), text }]
  if (takenOverBy === undefined)
    return closedFrom === undefined
      ? []
      : at(`It is missing: ${code} closes on ${closedFrom}. Name the branch that takes over what waits there.`)
  if (closedFrom === undefined)
    return at(`${code} does not close, so nobody takes over. Give closedFrom, or leave takenOverBy out.`)
  const successor = branches.find((other) => other.code === takenOverBy)
  if (successor === undefined)
    return areAllKnown
      ? at(
          unknownBranchText(
            branches.map((other) => other.code),
            takenOverBy,
          ),
        )
      : []
  if (isTakenOverInACircle(branches, branch)) return at(`Branches take over from each other in a circle, from ${code}.`)
  return successor.openFrom !== undefined && successor.openFrom > closedFrom
    ? at(`${takenOverBy} opens on ${successor.openFrom}, after ${code} has closed on ${closedFrom}.`)
    : []
}

const errorsOfBranch =
  (branches: ReadonlyArray<BranchInFile>, areAllKnown: boolean) =>
  (branch: BranchInFile, index: number): Errors => {
    const { code, openFrom, closedFrom } = branch
    const isRepeated = branches.findIndex((other) => other.code === code) < index
    return [
      ...(isRepeated
        ? [{ pointer: toJsonPointer('branches', index, 'code'), text: `${code} stands here twice.` }]
        : []),
      ...(openFrom !== undefined && closedFrom !== undefined && openFrom >= closedFrom
        ? [
            {
              pointer: toJsonPointer('branches', index, 'closedFrom'),
              text: `${closedFrom} is not after openFrom, ${openFrom}. It must be a later day.`,
            },
          ]
        : []),
      ...errorsOfSuccessor(branches, areAllKnown, branch, index),
    ]
  }

const errorsOfNames = (branches: ReadonlyArray<BranchInFile>, versions: PolicyFile['versions']): Errors => {
  const codes = branches.map(({ code }) => code)
  return versions.flatMap((version, index) =>
    Object.keys(version.branches ?? {})
      .filter((code) => !codes.some((known) => known === code))
      .map((code) => ({
        pointer: toJsonPointer('versions', index, 'branches', code),
        text: unknownBranchText(codes, code),
      })),
  )
}

/**
 * The contradictions among the branches, and in the places where versions name them. When not all branches of the file
 * are known, because some have no well-formed code, a code that is not among them is no error.
 */
export const checkBranches = ({ branches = [], versions }: PolicyFile, areAllKnown: boolean): Errors => [
  ...branches.flatMap(errorsOfBranch(branches, areAllKnown)),
  ...(areAllKnown ? errorsOfNames(branches, versions) : []),
]
