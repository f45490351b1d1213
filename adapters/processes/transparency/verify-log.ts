import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../domain/ports/event-store'
import type { NoteKey } from '../../../retention/transparency/formats/note-key'
import { compareLeaves, type LeafDifference } from '../../../retention/transparency/compare-leaves'
import { hashLength } from '../../../retention/transparency/tree/hashes'
import { equalHashes } from '../../../retention/transparency/tree/verify-inclusion'
import type { TreesOfLogs } from '../../stores/eventstore/trees/open-tree-thread'
import type { HeadStore, SignedHead } from '../../stores/heads/head-store'
import { checkHeads } from './check-heads'
import type { LogFinding, LogVerification } from './log-verification'
import { readLeaves, type LeavesOfLog } from './read-leaves'
import { rootsOfLeaves, signedLeaves } from './signed-leaves'

/** What the verification of a log needs. The keys are those that its heads are believed by. */
export interface LogVerificationDependencies {
  readonly trees: Pick<TreesOfLogs, 'tile' | 'positionOf' | 'leaves'>
  readonly heads: Pick<HeadStore, 'sizes' | 'read'>
  readonly keys: ReadonlyArray<NoteKey>
}

/** The most findings that are named. */
const maxFindings = 1000

const toFinding =
  (leaves: LeavesOfLog) =>
  (difference: LeafDifference): LogFinding => {
    switch (difference.kind) {
      case 'added':
        return { kind: 'added', event: leaves.placeAt(difference.found) }
      case 'missing': {
        const { signed, found } = difference
        const signedIndex = leaves.firstIndex + signed
        return { kind: 'missing', signedIndex, after: found === 0 ? null : leaves.placeAt(found - 1) }
      }
      case 'changed':
      case 'moved':
        return {
          kind: difference.kind,
          signedIndex: leaves.firstIndex + difference.signed,
          event: leaves.placeAt(difference.found),
        }
    }
  }

/** The heads that have signed another tree than that of these leaves, smallest first. */
const contradictingHeads = (heads: ReadonlyArray<SignedHead>, hashes: Uint8Array): ReadonlyArray<SignedHead> => {
  const roots = rootsOfLeaves(
    hashes,
    heads.map(({ size }) => size),
  )
  return heads.filter(({ root }, at) => {
    const computed = roots[at]
    return computed === undefined || !equalHashes(computed, root)
  })
}

/** Where a log begins to differ, as far as heads alone can tell: after the last one that it agrees with. */
const betweenHeads = (heads: ReadonlyArray<SignedHead>, { hashes }: LeavesOfLog): ReadonlyArray<LogFinding> => {
  const [first] = contradictingHeads(heads, hashes)
  if (first === undefined) return []
  const afterSize = heads.filter(({ size }) => size < first.size).at(-1)?.size ?? 0
  return [{ kind: 'between heads', afterSize, upToSize: first.size }]
}

/** Compares leaves from an index on with what the newest head has signed of them. */
const compareFrom = (signed: Uint8Array, leaves: LeavesOfLog): ReadonlyArray<LogFinding> =>
  compareLeaves(signed.subarray(leaves.firstIndex * hashLength), leaves.hashes).map(toFinding(leaves))

const witnessesOf = ({ origin, note }: SignedHead): ReadonlyArray<string> =>
  note.signatures.flatMap(({ name }) => (name === origin ? [] : [name]))

/** Why a verification cannot begin after a head: none of that size is valid, or the hashes of the leaves are not stored. */
export interface CannotBeginAfterHead {
  readonly _tag: 'CannotBeginAfterHead'
  readonly log: LogName
  readonly size: number
}

/** Where the events after a head begin: its size, and the position of its last event. */
const startAfter = async (
  { trees }: LogVerificationDependencies,
  log: LogName,
  size: number,
): Promise<E.Either<StoreUnavailable, Position | '' | undefined>> =>
  size === 0 ? E.right('') : trees.positionOf({ log, index: size - 1 })()

/**
 * Reads a log and compares it with all that its heads have signed; the whole log, or the events after the head of a size
 * that was verified before. With the stored hashes of the leaves, once they agree with the newest head, it names each event
 * that differs; without them, the two heads between which the log differs.
 */
export const verifyLog =
  (dependencies: LogVerificationDependencies) =>
  async (
    log: LogName,
    after: number,
    report: (read: number) => void,
  ): Promise<E.Either<StoreUnavailable | CannotBeginAfterHead, LogVerification>> => {
    const { trees, heads, keys } = dependencies
    const checked = await checkHeads(heads, keys)(log)
    if (E.isLeft(checked)) return checked
    const { valid, findings: ofHeads } = checked.right
    const newest = valid.at(-1)
    const signed = newest === undefined ? E.right(undefined) : await signedLeaves(trees)(log, newest)
    if (E.isLeft(signed)) return signed
    const start = await startAfter(dependencies, log, after)
    if (E.isLeft(start)) return start
    const canBegin = valid.some(({ size }) => size === after) && signed.right !== undefined && start.right !== undefined
    if (after > 0 && !canBegin) return E.left({ _tag: 'CannotBeginAfterHead', log, size: after })
    const read = await readLeaves(trees, log, { after: start.right ?? '', firstIndex: after }, report)
    if (E.isLeft(read)) return read
    const leaves = read.right
    const ofEvents =
      signed.right === undefined
        ? betweenHeads(valid, leaves)
        : [
            ...compareFrom(signed.right, leaves),
            ...contradictingHeads(valid, signed.right).map(({ size }): LogFinding => ({
              kind: 'head contradicts',
              size,
            })),
          ]
    const findings = [...ofHeads, ...ofEvents]
    return E.right({
      log,
      events: leaves.count,
      heads: valid.length + ofHeads.length,
      newestHead: newest?.size ?? null,
      witnesses: newest === undefined ? [] : witnessesOf(newest),
      unsigned: Math.max(0, after + leaves.count - (newest?.size ?? 0)),
      findings: findings.slice(0, maxFindings),
      found: findings.length,
    })
  }
