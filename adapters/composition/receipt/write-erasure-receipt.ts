import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { toPortFailed, type ErasingPorts } from '../../../retention/erasing/erasing-ports'
import type { ErasureReceipt } from '../../stores/erasure-receipt/erasure-receipt'
import { erasedBorrowersOfRun } from './open-erasure-receipt'

/** Writes the borrowers of a run into the erasure receipt. Writes nothing where there is no receipt. */
export const writeErasureReceipt =
  (receipt: Pick<ErasureReceipt, 'add'> | undefined): ErasingPorts['writeReceipt'] =>
  ({ run, scopes }) => {
    const erased = erasedBorrowersOfRun(run, scopes)
    return receipt === undefined || erased.borrowers.length === 0
      ? TE.right(undefined)
      : pipe(receipt.add(erased), TE.mapLeft(toPortFailed))
  }
