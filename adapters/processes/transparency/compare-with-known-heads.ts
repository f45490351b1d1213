import * as RA from 'fp-ts/ReadonlyArray'
import type { NoteKey } from '../../../retention/transparency/formats/note-key'
import { equalHashes } from '../../../retention/transparency/tree/verify-inclusion'
import type { SignedHead } from '../../stores/heads/head-store'
import { isValidHead } from './check-heads'
import type { LogFinding, KnownHead } from './log-verification'
import { rootsOfLeaves } from './signed-leaves'

const findingOf = (
  { name, head: { size, root } }: KnownHead,
  afterSize: number,
  stored: ReadonlyArray<SignedHead>,
): LogFinding => ({
  ...{ kind: 'differs from known head', name, afterSize, size },
  isSignedAnew: stored.some((head) => head.size === size && !equalHashes(head.root, root)),
})

/**
 * Compares the leaves of a whole log with heads of it that were stored elsewhere. This finds also what somebody has changed
 * who signed all heads in the folder anew. `stored` are the valid heads of that folder.
 */
export const compareWithKnownHeads =
  (keys: ReadonlyArray<NoteKey>, stored: ReadonlyArray<SignedHead>, hashes: Uint8Array) =>
  (known: ReadonlyArray<KnownHead>): ReadonlyArray<LogFinding> => {
    const { left: invalid, right } = RA.partition(({ head }: KnownHead) => isValidHead(keys, head))(known)
    const valid = right.toSorted((a, b) => a.head.size - b.head.size)
    const roots = rootsOfLeaves(
      hashes,
      valid.map(({ head }) => head.size),
    )
    const findings = invalid.map(({ name, head }): LogFinding => ({
      kind: 'known head not valid',
      name,
      size: head.size,
    }))
    let agreed = 0
    valid.forEach((one, at) => {
      const root = roots[at]
      if (root !== undefined && equalHashes(root, one.head.root)) agreed = one.head.size
      else findings.push(findingOf(one, agreed, stored))
    })
    return findings
  }
