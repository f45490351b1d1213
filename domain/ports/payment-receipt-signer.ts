import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from './scope-keys'

/** Signs receipts with the signing key of the service, and verifies them. */
export interface PaymentReceiptSigner {
  /** The id of the library, which its receipts name. */
  readonly library: string
  /** The receipt as text that can be printed: the statement and its signature. Equal statements give equal texts. */
  readonly sign: (statement: string) => TaskEither<Unavailable, string>
  /** The statement of a receipt; undefined when this library did not sign it. */
  readonly open: (text: string) => string | undefined
}
