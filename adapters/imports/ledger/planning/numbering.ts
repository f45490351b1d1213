import type { CopyId, TitleId } from '../../../../domain/values/ids'

/** Item numbers and FAUST numbers that an import gives begin here, far from those that a library has of its own. */
const firstCopy = 9_000_000_000
const firstTitle = 900_000_000

/** Gives each title its FAUST number and each copy its item number, one after the other. */
export interface Numbering {
  readonly titleOf: (key: string) => TitleId
  readonly nextCopy: () => CopyId
  /** How many numbers of each kind were given so far. */
  readonly given: () => { readonly copies: number; readonly titles: number }
}

/** `taken` is how many rows earlier imports into the same library had: none of them used more numbers than rows. */
export const numbering = (taken: number): Numbering => {
  const titles = new Map<string, TitleId>()
  let copies = 0
  return {
    titleOf: (key) => {
      const known = titles.get(key)
      if (known !== undefined) return known
      const title = String(firstTitle + taken + titles.size + 1) as TitleId
      titles.set(key, title)
      return title
    },
    nextCopy: () => {
      copies += 1
      return String(firstCopy + taken + copies) as CopyId
    },
    given: () => ({ copies, titles: titles.size }),
  }
}
