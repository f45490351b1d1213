import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ScopesErased } from '../../../domain/erasure/events/scopes-erased'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { ErasingPorts } from '../../../retention/erasing/erasing-ports'
import type { ErasureReceipt } from '../../stores/erasure-receipt/erasure-receipt'
import type { LibraryStores } from '../stores/library-stores'
import { erasedBorrowersOf } from './open-erasure-receipt'

const notWritten = ({ reason }: { readonly reason: string }): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason })

/** Writes the borrowers of a run into the erasure receipt before its certificate is appended. */
export const withErasureReceipt =
  (receipt: Pick<ErasureReceipt, 'add'> | undefined, { schedule }: Pick<LibraryStores, 'schedule'>) =>
  (append: ErasingPorts['append']): ErasingPorts['append'] =>
  (log, stream, expected, event) => {
    if (receipt === undefined || event.type !== ScopesErased.type) return append(log, stream, expected, event)
    const { run } = event.open
    const erased = erasedBorrowersOf({
      run,
      scopes: schedule.scopesOfRun(run).map((row) => ({ ...row, trigger: row.first })),
    })
    if (erased.borrowers.length === 0) return append(log, stream, expected, event)
    return pipe(
      receipt.add(erased),
      TE.mapLeft(notWritten),
      TE.flatMap(() => append(log, stream, expected, event)),
    )
  }
