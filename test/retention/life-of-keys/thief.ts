import * as E from 'fp-ts/Either'
import { sealContextOf, type SealedEvent } from '../../../domain/command-handling/open-event'
import type { PartScope } from '../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../domain/values/ids'
import { unwrapAnyEpoch } from '../../../retention/epochs/unwrap-any-epoch'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { LivingKeyRow } from '../../../retention/keys/key-row'
import { childWrappingKeyOf, unwrapChildKey } from '../../../retention/keys/key-wrapping'
import { toLoadedKey, type LoadedKey } from '../../../retention/keys/loaded-key'
import { decodeSealedParts } from '../../../retention/sealing/decode-sealed-parts'
import { openSealedPart } from '../../../retention/sealing/open-sealed-part'
import { encodeSealContext } from '../../../retention/sealing/additional-data-of-sealed-part'
import type { KeyStoreCopy } from './copyable-key-store'

const livingRowsByScope = (copies: ReadonlyArray<KeyStoreCopy>): ReadonlyMap<ScopeId, ReadonlyArray<LivingKeyRow>> => {
  const rows = new Map<ScopeId, LivingKeyRow[]>()
  for (const row of copies.flatMap((copy) => copy.rows))
    if (row._tag === 'Living') rows.set(row.scope, [...(rows.get(row.scope) ?? []), row])
  return rows
}

const opensPart = (library: string, event: SealedEvent, part: PartScope, key: LoadedKey): boolean => {
  const parts = decodeSealedParts(event.stored.sealed)
  const sealed = E.isRight(parts) ? parts.right.find((each) => each.class === part.class) : undefined
  if (sealed === undefined) return false
  return openSealedPart(encodeSealContext(library)(sealContextOf(event)))(key, part, sealed)._tag === 'Plain'
}

/**
 * Somebody with copies of the key store from several days, one copy of the ring, and every event that was ever written.
 * They try each row of a scope with each row of its parent, from whatever copy, in the epochs that the ring has in use
 * and in escrow. Answers the scopes of which they open a part.
 */
export const scopesOpenedByThief = async (
  ring: KekRing,
  copies: ReadonlyArray<KeyStoreCopy>,
  written: ReadonlyArray<SealedEvent>,
): Promise<ReadonlySet<ScopeId>> => {
  const rows = livingRowsByScope(copies)
  const keys = new Map<ScopeId, Promise<ReadonlyArray<LoadedKey>>>()
  const unwrap = unwrapAnyEpoch(ring)
  const keysOfRow = async (row: LivingKeyRow): Promise<ReadonlyArray<LoadedKey>> => {
    const content = await unwrap({ ...row, wrapped: Uint8Array.from(row.wrapped) })
    if (E.isLeft(content) || content.right._tag === 'Hollow') return []
    if (content.right._tag === 'UnderLibrary') return [toLoadedKey(row, content.right.key, undefined)]
    const { parent, inner } = content.right
    return (await keysOf(parent)).flatMap((parentKey) => {
      const key = unwrapChildKey({ ...row, library: ring.library }, childWrappingKeyOf(parentKey), inner)
      return E.isRight(key) ? [toLoadedKey(row, key.right, parentKey)] : []
    })
  }
  const findKeys = async (scope: ScopeId): Promise<ReadonlyArray<LoadedKey>> =>
    (await Promise.all((rows.get(scope) ?? []).map(keysOfRow))).flat()
  const keysOf = (scope: ScopeId): Promise<ReadonlyArray<LoadedKey>> => {
    const found = keys.get(scope) ?? findKeys(scope)
    keys.set(scope, found)
    return found
  }
  const opened = new Set<ScopeId>()
  for (const event of written)
    for (const part of event.parts)
      if ((await keysOf(part.scope)).some((key) => opensPart(ring.library, event, part, key))) opened.add(part.scope)
  return opened
}
