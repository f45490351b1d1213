import type * as NewKeys from '../../retention/keys/new-keys'
import { needlesForSecret } from './needles'
import type { Needle } from './traces'

export interface MadeKey {
  readonly scope: string
  readonly key: Buffer
  readonly wrapped: Buffer
}

/** Every key and its wrapped form, noted at the moment they are made: by tests that put `noting` in the place of the real thing. */
export const noted: MadeKey[] = []

/** The maker of keys, which from now on notes what it makes. */
export const noting = (real: typeof NewKeys): typeof NewKeys => ({
  ...real,
  newKeys: (ring) => async (scopes, find) => {
    const made = await real.newKeys(ring)(scopes, find)
    if (made._tag === 'Right')
      for (const { held, row } of made.right)
        noted.push({ scope: held.scope, key: Buffer.from(held.key), wrapped: Buffer.from(row.wrapped) })
    return made
  },
})

/** The noted keys of scopes that are erased, or of those that are not. */
export const madeFor = (isErased: boolean, erased: ReadonlySet<string>): ReadonlyArray<MadeKey> =>
  noted.filter(({ scope }) => erased.has(scope) === isErased)

export const keysOf = (made: ReadonlyArray<MadeKey>): ReadonlyArray<Needle> =>
  made.flatMap(({ scope, key }) => needlesForSecret(`key ${scope}`)(key))

export const wrapsOf = (made: ReadonlyArray<MadeKey>): ReadonlyArray<Needle> =>
  made.flatMap(({ scope, wrapped }) => needlesForSecret(`wrap ${scope}`)(wrapped))
