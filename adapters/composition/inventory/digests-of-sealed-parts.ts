import { createHash } from 'node:crypto'
import * as E from 'fp-ts/Either'
import type { SealedEvent } from '../../../domain/command-handling/open-event'
import { decodeSealedParts } from '../../../retention/sealing/decode-sealed-parts'
import type { InventoryPart } from '../../stores/inventory/scope-inventory-lines'

/** The digests of the sealed parts of an event; none when its bytes are damaged. */
export const digestsOfParts = ({ stored, parts }: SealedEvent): ReadonlyArray<InventoryPart> => {
  const sealed = decodeSealedParts(stored.sealed)
  if (E.isLeft(sealed)) return []
  return sealed.right.flatMap((part) => {
    const named = parts.find(({ class: name }) => name === part.class)
    if (named === undefined) return []
    const digest = createHash('sha256')
    for (const bytes of [part.commitment, part.nonce, part.bytes, part.tag]) digest.update(bytes)
    return [{ event: stored.id, scope: named.scope, sha256: digest.digest('hex') }]
  })
}
