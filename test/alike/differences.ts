import type { Said } from './said'

/** What one library says and the other does not; at most so many of each, to be read. */
export interface Differences {
  readonly onlyHere: ReadonlyArray<string>
  readonly onlyThere: ReadonlyArray<string>
}

export const none: Differences = { onlyHere: [], onlyThere: [] }

const shown = 5

/** By what each id is known so far. */
type Marks = ReadonlyMap<string, number>

/** Gives the same number to the same text, whichever of the libraries says it. */
const numbering = () => {
  const known = new Map<string, number>()
  return (text: string): number => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  }
}

const sentences = (all: ReadonlyArray<Said>, marks: Marks): ReadonlyArray<string> =>
  all.map(({ words, ids }) => [words, ...ids.map((id) => marks.get(id) ?? 0)].join(' '))

/** Those that stand more often in one than in the other. */
const without = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): ReadonlyArray<string> => {
  const left = new Map<string, number>()
  for (const sentence of other) left.set(sentence, (left.get(sentence) ?? 0) + 1)
  return one.filter((sentence) => {
    const count = left.get(sentence) ?? 0
    left.set(sentence, count - 1)
    return count <= 0
  })
}

/** Marks each id by everything that is said of it, and by its place in that. */
const marked = (
  all: ReadonlyArray<Said>,
  spoken: ReadonlyArray<string>,
  sentence: (text: string) => number,
  mark: (text: string) => number,
): Marks => {
  const of = new Map<string, string[]>()
  all.forEach(({ ids }, at) => {
    const number = String(sentence(spoken[at] ?? ''))
    ids.forEach((id, place) => {
      const places = of.get(id) ?? []
      places.push(`${number}.${String(place)}`)
      of.set(id, places)
    })
  })
  return new Map([...of].map(([id, places]) => [id, mark(places.sort().join(' '))]))
}

const kinds = (marks: Marks): number => new Set(marks.values()).size

/**
 * In what two libraries differ, whose ids were drawn apart. Each id is known by all that is said of it; then by that
 * and by how the ids are known that stand beside it; and so on, until no two more are told apart (colour refinement).
 * What is said must be the same all the way, in any order. What this cannot see is an exchange of two things of which
 * each is said exactly what is said of the other, as far as one can follow.
 */
export const differences = (here: ReadonlyArray<Said>, there: ReadonlyArray<Said>): Differences => {
  let [ours, theirs]: readonly [Marks, Marks] = [new Map(), new Map()]
  for (;;) {
    const [one, other] = [sentences(here, ours), sentences(there, theirs)]
    const [onlyHere, onlyThere] = [without(one, other), without(other, one)]
    if (onlyHere.length + onlyThere.length > 0)
      return { onlyHere: onlyHere.slice(0, shown), onlyThere: onlyThere.slice(0, shown) }
    const [sentence, mark] = [numbering(), numbering()]
    const before = kinds(ours) + kinds(theirs)
    ours = marked(here, one, sentence, mark)
    theirs = marked(there, other, sentence, mark)
    if (kinds(ours) + kinds(theirs) === before) return none
  }
}
