import { createPublicKey } from 'node:crypto'
import type { CollectionRecipient } from '../../../domain/policy/collection-policy'
import type { PolicyVersionInFile } from './policy-file'
import { toJsonPointer, type PolicyFileError } from './policy-file-error'

const isPointOfCurve = ({ x, y }: CollectionRecipient['publicKey']): boolean => {
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' }).asymmetricKeyType === 'ec'
  } catch {
    return false
  }
}

/** The public keys that are none, so that nobody is told of it only when debts are passed on. */
export const checkCollectionOfPolicy = (
  { collection }: PolicyVersionInFile,
  index: number,
): ReadonlyArray<PolicyFileError> =>
  (collection?.recipients ?? []).flatMap(({ publicKey }, place) =>
    isPointOfCurve(publicKey)
      ? []
      : [
          {
            pointer: toJsonPointer('versions', index, 'collection', 'recipients', place, 'publicKey'),
            text: 'x and y are no point of the curve P-256, so nobody has this key.',
          },
        ],
  )
