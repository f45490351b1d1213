/** The lists, or undefined when they are all empty: nothing is held. */
export const unlessAllEmpty = <A extends Readonly<Record<string, ReadonlyArray<unknown>>>>(lists: A): A | undefined =>
  Object.values(lists).every((list) => list.length === 0) ? undefined : lists
