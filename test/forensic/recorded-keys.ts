import type * as NewKeys from '../../retention/keys/generate-scope-keys'
import { patternsForSecret } from './byte-patterns'
import type { BytePattern } from './find-byte-patterns'

export interface RecordedKey {
  readonly scope: string
  readonly key: Buffer
  readonly wrapped: Buffer
}

/** Every generated key with its wrapped form. Tests fill it by mocking `generate-scope-keys` with `recordGeneratedKeys`. */
export const recordedKeys: RecordedKey[] = []

/** The module that generates keys, changed so that it records each key. */
export const recordGeneratedKeys = (original: typeof NewKeys): typeof NewKeys => ({
  ...original,
  generateScopeKeys: (ring) => async (scopes, find) => {
    const keys = await original.generateScopeKeys(ring)(scopes, find)
    if (keys._tag === 'Right')
      for (const { loaded, row } of keys.right)
        recordedKeys.push({ scope: loaded.scope, key: Buffer.from(loaded.key), wrapped: Buffer.from(row.wrapped) })
    return keys
  },
})

/** The recorded keys of the scopes that are erased, or of the others. */
export const recordedKeysOfScopes = (isErased: boolean, erased: ReadonlySet<string>): ReadonlyArray<RecordedKey> =>
  recordedKeys.filter(({ scope }) => erased.has(scope) === isErased)

export const keyPatterns = (keys: ReadonlyArray<RecordedKey>): ReadonlyArray<BytePattern> =>
  keys.flatMap(({ scope, key }) => patternsForSecret(`key ${scope}`)(key))

export const wrappedKeyPatterns = (keys: ReadonlyArray<RecordedKey>): ReadonlyArray<BytePattern> =>
  keys.flatMap(({ scope, wrapped }) => patternsForSecret(`wrap ${scope}`)(wrapped))
