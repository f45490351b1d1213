import { streamNameOf, type StreamName } from '../../domain/event/stream'
import type { BorrowerId } from '../../domain/values/ids'
import { isNameAndAddressProtected } from '../guardians/name-and-address-protection'
import type { ReadModelRows } from '../read-model/read-model-rows'

const startOfStream = streamNameOf('borrower')('')

/** Whether a stream is that of a borrower whose name and address are protected now. */
export const isStreamOfProtectedBorrower =
  (rows: ReadModelRows) =>
  (stream: StreamName): boolean =>
    stream.startsWith(startOfStream) &&
    isNameAndAddressProtected(stream.slice(startOfStream.length) as BorrowerId)(rows)
