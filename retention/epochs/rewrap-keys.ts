import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { ScopeId } from '../../domain/values/ids'
import { wipeWrappedKeys, type KeyRow, type LivingKeyRow } from '../keys/key-row'
import type { WrapContent } from '../keys/key-wrapping'
import { loadParents } from './load-parents'
import { rewrapRow } from './rewrap-row'
import type { RewrapPorts } from './rewrap-ports'
import { unwrapAnyEpoch } from './unwrap-any-epoch'

/** Rows that are read and re-wrapped together: about 10 ms of work, so that a command waits no longer for it. */
const batchSize = 200

/** How many rows were re-wrapped, and how many of older epochs could not be: they do not authenticate. */
export interface RewrapCount {
  readonly rewrapped: number
  readonly unusable: number
}

const parentsIn = (unwrapped: ReadonlyArray<readonly [LivingKeyRow, WrapContent]>): ReadonlyArray<ScopeId> =>
  unwrapped.flatMap(([, content]) => (content._tag === 'UnderParent' ? [content.parent] : []))

/** Re-wraps the rows of one batch in the current epoch. Rows that were fenced meanwhile stay fenced. */
const rewrapBatch = async (
  ports: RewrapPorts,
  rows: ReadonlyArray<LivingKeyRow>,
): Promise<E.Either<Unavailable, RewrapCount>> => {
  const unwrap = unwrapAnyEpoch(ports)
  const unwrapped: Array<readonly [LivingKeyRow, WrapContent]> = []
  for (const row of rows) {
    const content = await unwrap(row)
    if (E.isRight(content)) unwrapped.push([row, content.right])
    else if (content.left._tag === 'Unavailable') return E.left(content.left)
  }
  const parents = await loadParents(ports, parentsIn(unwrapped))
  if (E.isLeft(parents)) return parents
  const rewrap = rewrapRow(ports, parents.right)
  const replacements: LivingKeyRow[] = []
  try {
    for (const [row, content] of unwrapped) {
      const replacement = await rewrap(row, content)
      if (E.isRight(replacement)) replacements.push(replacement.right)
      else if (replacement.left._tag === 'Unavailable') return E.left(replacement.left)
    }
  } finally {
    parents.right.wipe()
  }
  const replaced = await ports.store.replace(replacements)()
  wipeWrappedKeys(replacements)
  if (E.isLeft(replaced)) return replaced
  return E.right({ rewrapped: replacements.length, unusable: rows.length - replacements.length })
}

const isOlder =
  (ports: RewrapPorts) =>
  (row: KeyRow): row is LivingKeyRow =>
    row._tag === 'Living' && row.epoch < ports.ring.currentEpoch()

/**
 * Wraps every living key of an older epoch in the current one, in batches. What was done stays done: after an
 * interruption it goes on where it stopped. Reports the rows re-wrapped so far.
 */
export const rewrapKeys =
  (ports: RewrapPorts) =>
  async (report: (rewrapped: number) => void): Promise<E.Either<Unavailable, RewrapCount>> => {
    let [rewrapped, unusable] = [0, 0]
    let after: ScopeId | undefined
    for (;;) {
      const page = await ports.store.livingPage(after, batchSize)()
      if (E.isLeft(page)) return page
      const last = page.right.at(-1)
      if (last === undefined) return E.right({ rewrapped, unusable })
      after = last.scope
      const older = page.right.filter(isOlder(ports))
      if (older.length === 0) continue
      const batch = await rewrapBatch(ports, older)
      wipeWrappedKeys(page.right)
      if (E.isLeft(batch)) return batch
      if (batch.right.unusable > 0) ports.alarm('RowNotAuthentic')
      rewrapped += batch.right.rewrapped
      unusable += batch.right.unusable
      report(rewrapped)
      await ports.giveWay()
    }
  }
