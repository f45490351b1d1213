import type { CopyId } from '../../../../domain/values/ids'

/** The copies of each title that are not lent. The copy with the lowest number is lent first. */
interface AvailableCopies {
  /** Removes and answers an available copy of a title. Undefined when all copies are lent. */
  readonly take: (title: string) => CopyId | undefined
  readonly putBack: (title: string, copy: CopyId) => void
}

export const createAvailableCopyPool = (): AvailableCopies => {
  const copies = new Map<string, CopyId[]>()
  return {
    take: (title) => copies.get(title)?.shift(),
    putBack: (title, copy) => {
      const copiesOfTitle = copies.get(title) ?? []
      const index = copiesOfTitle.findIndex((other) => other > copy)
      copiesOfTitle.splice(index === -1 ? copiesOfTitle.length : index, 0, copy)
      copies.set(title, copiesOfTitle)
    },
  }
}
