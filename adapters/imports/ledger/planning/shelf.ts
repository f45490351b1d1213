import type { CopyId } from '../../../../domain/values/ids'

/** The copies of each title that are in: the one with the lowest number is lent first. */
export interface Shelf {
  /** Takes a copy of a title off the shelf; undefined when all that are known are out. */
  readonly take: (title: string) => CopyId | undefined
  readonly putBack: (title: string, copy: CopyId) => void
}

export const emptyShelf = (): Shelf => {
  const copies = new Map<string, CopyId[]>()
  return {
    take: (title) => copies.get(title)?.shift(),
    putBack: (title, copy) => {
      const standing = copies.get(title) ?? []
      const place = standing.findIndex((other) => other > copy)
      standing.splice(place === -1 ? standing.length : place, 0, copy)
      copies.set(title, standing)
    },
  }
}
