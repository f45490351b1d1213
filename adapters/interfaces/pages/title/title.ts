import type { NamedBranch } from '../branches/branch-names'
import type { copyStatusTexts } from './title-texts'

/** A copy as the catalogue shows it to anybody. */
export interface ShownCopy {
  readonly branch: string
  readonly shelfMark: string | null
  readonly volume: string | null
  readonly ageLimit: number | null
  readonly status: keyof typeof copyStatusTexts
}

/** What the page of a title shows. It has nothing of anybody. */
export interface Title {
  readonly title: string
  readonly name: string
  readonly author: string | null
  /** How many have reserved it. */
  readonly queue: number
  readonly copies: ReadonlyArray<ShownCopy>
  readonly branches: ReadonlyArray<NamedBranch>
}

/** Copies of which the same can be said, and how many they are. */
export interface AlikeCopies extends ShownCopy {
  readonly count: number
}

const isThere = ({ status }: ShownCopy): boolean => status !== 'lost' && status !== 'withdrawn'

const keyOf = ({ branch, shelfMark, volume, ageLimit, status }: ShownCopy): string =>
  JSON.stringify([branch, shelfMark, volume, ageLimit, status])

/** The copies that the library has, those of which the same can be said counted together. */
export const alikeCopies = (copies: ReadonlyArray<ShownCopy>): ReadonlyArray<AlikeCopies> => {
  const byKey = new Map<string, AlikeCopies>()
  for (const copy of copies.filter(isThere)) {
    const { count } = byKey.get(keyOf(copy)) ?? { count: 0 }
    byKey.set(keyOf(copy), { ...copy, count: count + 1 })
  }
  return [...byKey.values()]
}
