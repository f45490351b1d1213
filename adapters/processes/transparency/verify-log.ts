import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../domain/ports/event-store'
import type { NoteKey } from '../../../retention/transparency/formats/note-key'
import { compareLeaves, type LeafDifference } from '../../../retention/transparency/compare-leaves'
import { hashLength } from '../../../retention/transparency/tree/hashes'
import type { TreesOfLogs } from '../../stores/eventstore/trees/open-tree-thread'
import { witnessesOfHead, type HeadStore } from '../../stores/heads/head-store'
import { checkHeads } from './check-heads'
import { findBetweenHeads, findContradictingHeads } from './contradicting-heads'
import { compareWithKnownHeads } from './compare-with-known-heads'
import type { LogVerification, KnownHead } from './log-verification'
import { nameDifferences } from './name-differences'
import { countLeaves, readLeaves } from './read-leaves'
import { signedLeaves } from './signed-leaves'

/** What the verification of a log needs. The keys are those that its heads are believed by. */
export interface LogVerificationDependencies {
  readonly trees: Pick<TreesOfLogs, 'tile' | 'positionOf' | 'leaves'>
  readonly heads: Pick<HeadStore, 'sizes' | 'read'>
  readonly keys: ReadonlyArray<NoteKey>
  /** Heads of the log that were stored elsewhere. A verification that does not begin with the first event has none. */
  readonly known: ReadonlyArray<KnownHead>
}

/** The most differing events that are named. */
const maxFindings = 1000

/** The events since the newest head: missing ones make a log shorter, and added ones longer. */
const countUnsigned = (longer: number, differences: ReadonlyArray<LeafDifference>): number => {
  const count = (kind: LeafDifference['kind']): number => differences.filter((found) => found.kind === kind).length
  return Math.max(0, longer + count('missing') - count('added'))
}

/** Why a verification cannot begin after a head: none of that size is valid, or the hashes of the leaves are not stored. */
export interface CannotBeginAfterHead {
  readonly _tag: 'CannotBeginAfterHead'
  readonly log: LogName
  readonly size: number
}

/** Gets the events that were read, and about how many there are: those of the newest head, or more. */
export type ReportVerificationProgress = (read: number, total: number) => void

/** Where the events after a head begin: its size, and the position of its last event. */
const startAfter = async (
  { trees }: LogVerificationDependencies,
  log: LogName,
  size: number,
): Promise<E.Either<StoreUnavailable, Position | '' | undefined>> =>
  size === 0 ? E.right('') : trees.positionOf({ log, index: size - 1 })()

/**
 * Reads a log and compares it with all that its heads have signed, also those that were stored elsewhere: the
 * whole log, or the events after the head of a size that was verified before. With the stored hashes of the leaves, once they
 * agree with the newest head, it names each event that differs; without them, the two heads between which the log differs.
 */
export const verifyLog =
  (dependencies: LogVerificationDependencies) =>
  async (
    log: LogName,
    after: number,
    report: ReportVerificationProgress,
  ): Promise<E.Either<StoreUnavailable | CannotBeginAfterHead, LogVerification>> => {
    const { trees, heads, keys, known } = dependencies
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
    let done = 0
    const read = await readLeaves(trees, log, { after: start.right ?? '', first: after }, (events) => {
      done += events
      report(done, Math.max(done, (newest?.size ?? 0) - after))
    })
    if (E.isLeft(read)) return read
    const leaves = read.right
    const ofAfter = signed.right?.subarray(after * hashLength)
    const differences = ofAfter === undefined ? [] : compareLeaves(ofAfter, leaves.hashes)
    const named = await nameDifferences(trees, log, leaves, differences.slice(0, maxFindings))
    if (E.isLeft(named)) return named
    const moreOfHeads =
      signed.right === undefined ? findBetweenHeads(valid, leaves.hashes) : findContradictingHeads(valid, signed.right)
    const ofKnown = compareWithKnownHeads(keys, valid, leaves.hashes)(known)
    return E.right({
      log,
      events: countLeaves(leaves),
      heads: valid.length + ofHeads.length,
      newestHead: newest?.size ?? null,
      witnesses: newest === undefined ? [] : witnessesOfHead(newest),
      unsigned: countUnsigned(after + countLeaves(leaves) - (newest?.size ?? 0), differences),
      findings: [...ofHeads, ...moreOfHeads, ...ofKnown, ...named.right],
      found: ofHeads.length + moreOfHeads.length + ofKnown.length + differences.length,
    })
  }
