import type { CopyId, TitleId } from '../../../../domain/values/ids'

/** The item numbers and FAUST numbers of an import begin here, far above the library's own numbers. */
const firstCopyNumber = 9_000_000_000
const firstTitleNumber = 900_000_000

/** Assigns FAUST numbers to titles and item numbers to copies, in ascending order. */
interface NumberAssigner {
  readonly titleNumberOf: (key: string) => TitleId
  readonly nextCopyNumber: () => CopyId
  /** How many numbers of each kind are assigned. */
  readonly count: () => { readonly copies: number; readonly titles: number }
}

/** `numbersTaken` is the number of rows of earlier imports into the library. An import uses at most one number a row. */
export const createTitleAndCopyNumberAssigner = (numbersTaken: number): NumberAssigner => {
  const titles = new Map<string, TitleId>()
  let copies = 0
  return {
    titleNumberOf: (key) => {
      const assigned = titles.get(key)
      if (assigned !== undefined) return assigned
      const title = String(firstTitleNumber + numbersTaken + titles.size + 1) as TitleId
      titles.set(key, title)
      return title
    },
    nextCopyNumber: () => {
      copies += 1
      return String(firstCopyNumber + numbersTaken + copies) as CopyId
    },
    count: () => ({ copies, titles: titles.size }),
  }
}
