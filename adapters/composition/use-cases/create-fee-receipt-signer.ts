import { createPublicKey, verify } from 'node:crypto'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { PaymentReceiptSigner } from '../../../domain/ports/payment-receipt-signer'
import type { KekRing } from '../../../retention/keys/kek-ring'

/**
 * Signs receipts with the signing key of the ring (Ed25519), as two parts in base64url with a full stop between them. A
 * receipt names its format, so that no certificate passes for one.
 */
export const createFeeReceiptSigner = ({
  library,
  sign,
  verifyingKey,
}: Pick<KekRing, 'library' | 'sign' | 'verifyingKey'>): PaymentReceiptSigner => {
  const key = createPublicKey(verifyingKey)
  return {
    library,
    sign: (statement) => {
      const bytes = Buffer.from(statement, 'utf8')
      return pipe(
        sign(bytes),
        TE.map((signature) => `${bytes.toString('base64url')}.${Buffer.from(signature).toString('base64url')}`),
      )
    },
    open: (text) => {
      const [statement = '', signature = ''] = text.split('.')
      const bytes = Buffer.from(statement, 'base64url')
      const isSigned = verify(null, bytes, key, Buffer.from(signature, 'base64url'))
      return isSigned ? bytes.toString('utf8') : undefined
    },
  }
}
