import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { HeadOfReport, HeadsOfReport } from '../../processes/running-library/audit-report'
import type { TransparencyOperations } from '../../processes/running-library/transparency-operations'
import { witnessesOfHead, type SignedHead } from '../../stores/heads/head-store'
import { throwableStoreError } from '../../stores/throwable-store-error'

/** How many of the newest heads are shown: those of a month of days. */
const newestShown = 31

const toHead = (head: SignedHead, closings: ReadonlyMap<number, string>): HeadOfReport => ({
  size: head.size,
  root: Buffer.from(head.root).toString('base64'),
  closing: closings.get(head.size) ?? null,
  witnesses: [...witnessesOfHead(head)].sort(),
})

/**
 * Reads the newest signed heads of a log, newest first. Their witnesses are those whose cosignatures are stored: the
 * verification of the log says of the newest head which of them are valid. Throws the error of a store that does not answer.
 */
export const readHeadsOfReport = async (
  transparency: Pick<TransparencyOperations, 'sizesOfHeads' | 'head'> | undefined,
  log: LogName,
  closings: ReadonlyMap<number, string>,
): Promise<HeadsOfReport> => {
  if (transparency === undefined) return { number: 0, newest: [] }
  const sizes = await transparency.sizesOfHeads(log)()
  if (E.isLeft(sizes)) throw throwableStoreError(sizes.left)
  const newest: HeadOfReport[] = []
  for (const size of sizes.right.slice(-newestShown).reverse()) {
    const head = await transparency.head(log, size)()
    if (E.isLeft(head)) throw throwableStoreError(head.left)
    if (head.right !== undefined) newest.push(toHead(head.right, closings))
  }
  return { number: sizes.right.length, newest }
}
