import * as E from 'fp-ts/Either'
import { erased, type Erased } from '../../domain/event/plain-or-erased'
import type { ScopeId } from '../../domain/values/ids'
import type { Corrupt, Unavailable } from '../../domain/ports/scope-keys'
import { corruptPartError } from '../sealing/open-sealed-part'
import type { RaiseKeyAlarm } from './key-alarm'
import type { IsScopeEnded } from './is-scope-ended'
import type { LoadedKey } from './loaded-key'
import type { KekRing } from './kek-ring'
import type { KeyCache } from './key-cache'
import type { KeyRow, LivingKeyRow } from './key-row'
import type { KeyStore } from './key-store'
import { fencedKeyUnavailable, lostKeyUnavailable, missingKeyError, unknownEpochKeyError } from './keys-unavailable'
import { outerWrapData, decodeWrapContent, type WrapContent } from './key-wrapping'

/** The result of looking up a key: the key, or why there is none. */
export type KeyLookupResult = LoadedKey | Erased | Unavailable | Corrupt

export interface KeyLoadingDependencies {
  readonly store: KeyStore
  readonly ring: KekRing
  readonly cache: KeyCache
  readonly isEnded: IsScopeEnded
  /** Whether the log says that the key of a scope was lost; absent: it says so of none. */
  readonly isLost?: (scope: ScopeId) => boolean
  readonly alarm: RaiseKeyAlarm
}

export const raiseKeyRowNotAuthentic = ({ alarm }: Pick<KeyLoadingDependencies, 'alarm'>): Corrupt => {
  alarm('RowNotAuthentic')
  return corruptPartError('the row of the key does not authenticate')
}

const raiseKeyMissing = (
  { alarm, isLost }: KeyLoadingDependencies,
  scope: ScopeId,
  row: KeyRow | undefined,
): Unavailable => {
  if (isLost?.(scope) === true) return lostKeyUnavailable
  alarm(row === undefined ? 'KeyMissing' : 'FencedWithoutErasure')
  return row === undefined ? missingKeyError : fencedKeyUnavailable
}

const unwrapContent = async (
  dependencies: KeyLoadingDependencies,
  row: LivingKeyRow,
): Promise<WrapContent | Unavailable | Corrupt> => {
  const { ring } = dependencies
  const context = { ...row, library: ring.library }
  const bytes = await ring.unwrap(row.epoch, outerWrapData(context), row.wrapped)()
  if (E.isLeft(bytes) && !ring.epochs().includes(row.epoch)) {
    dependencies.alarm('KeyEpochUnknown')
    return unknownEpochKeyError
  }
  if (E.isLeft(bytes)) return bytes.left._tag === 'Unavailable' ? bytes.left : raiseKeyRowNotAuthentic(dependencies)
  const content = decodeWrapContent(bytes.right) ?? raiseKeyRowNotAuthentic(dependencies)
  bytes.right.fill(0)
  return content
}

/** A living row whose outer wrap is removed. */
export interface KeyRowWithoutOuterWrap {
  readonly _tag: 'Unwrapped'
  readonly row: LivingKeyRow
  readonly content: Extract<WrapContent, { readonly _tag: 'UnderLibrary' | 'UnderParent' }>
}

/** Removes the outer wrap of a row; or answers why it holds no usable key. */
export const unwrapKeyRow =
  (dependencies: KeyLoadingDependencies) =>
  async (scope: ScopeId, row: KeyRow | undefined): Promise<KeyRowWithoutOuterWrap | KeyLookupResult> => {
    if (dependencies.isEnded(scope)) return erased
    if (row?._tag !== 'Living') return raiseKeyMissing(dependencies, scope, row)
    const content = await unwrapContent(dependencies, row)
    switch (content._tag) {
      case 'Hollow':
        return erased
      case 'UnderLibrary':
      case 'UnderParent':
        return { _tag: 'Unwrapped', row, content }
      case 'Unavailable':
      case 'Corrupt':
        return content
    }
  }
