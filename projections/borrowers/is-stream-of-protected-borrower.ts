import { streamNameOf, type StreamName } from '../../domain/event/stream'
import type { BorrowerId } from '../../domain/values/ids'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { identityOfBorrower } from './borrower-record-queries'

const startOfStream = streamNameOf('borrower')('')

/** Whether a stream is that of a borrower whose name and address are protected now. */
export const isStreamOfProtectedBorrower =
  (rows: ReadModelRows) =>
  (stream: StreamName): boolean =>
    stream.startsWith(startOfStream) &&
    identityOfBorrower(stream.slice(startOfStream.length) as BorrowerId)(rows)?.isNameAndAddressProtected === 1
