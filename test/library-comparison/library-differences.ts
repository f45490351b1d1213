import type { RecordWithoutIds } from './record-without-ids'

/** The records that only one of two libraries has; at most `maximumShown` of each. */
export interface LibraryDifferences {
  readonly onlyHere: ReadonlyArray<string>
  readonly onlyThere: ReadonlyArray<string>
}

export const noDifferences: LibraryDifferences = { onlyHere: [], onlyThere: [] }

const maximumShown = 5

/** The mark of each id: ids with equal marks cannot be told apart yet. */
type IdMarks = ReadonlyMap<string, number>

/** Gives equal numbers to equal texts, for both libraries. */
const sharedNumbering = () => {
  const known = new Map<string, number>()
  return (text: string): number => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  }
}

const toSentences = (all: ReadonlyArray<RecordWithoutIds>, marks: IdMarks): ReadonlyArray<string> =>
  all.map(({ words, ids }) => [words, ...ids.map((id) => marks.get(id) ?? 0)].join(' '))

/** The sentences that stand more often in `one` than in `other`. */
const missingFrom = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): ReadonlyArray<string> => {
  const left = new Map<string, number>()
  for (const sentence of other) left.set(sentence, (left.get(sentence) ?? 0) + 1)
  return one.filter((sentence) => {
    const count = left.get(sentence) ?? 0
    left.set(sentence, count - 1)
    return count <= 0
  })
}

/** Marks each id by all sentences that contain it, and by its place in them. */
const markIds = (
  all: ReadonlyArray<RecordWithoutIds>,
  sentencesOfRecords: ReadonlyArray<string>,
  sentence: (text: string) => number,
  mark: (text: string) => number,
): IdMarks => {
  const placesById = new Map<string, string[]>()
  all.forEach(({ ids }, at) => {
    const number = String(sentence(sentencesOfRecords[at] ?? ''))
    ids.forEach((id, place) => {
      const places = placesById.get(id) ?? []
      places.push(`${number}.${String(place)}`)
      placesById.set(id, places)
    })
  })
  return new Map([...placesById].map(([id, places]) => [id, mark(places.sort().join(' '))]))
}

const countMarks = (marks: IdMarks): number => new Set(marks.values()).size

/**
 * The differences between two libraries whose ids were drawn separately. Each id is marked by the records that contain
 * it, then by those and the marks of the ids beside it, and so on until no more ids can be told apart (colour
 * refinement). At each step the records must be equal, in any order. It cannot detect an exchange of two ids whose
 * records are alike at any distance.
 */
export const differencesBetween = (
  here: ReadonlyArray<RecordWithoutIds>,
  there: ReadonlyArray<RecordWithoutIds>,
): LibraryDifferences => {
  let [ours, theirs]: readonly [IdMarks, IdMarks] = [new Map(), new Map()]
  for (;;) {
    const [one, other] = [toSentences(here, ours), toSentences(there, theirs)]
    const [onlyHere, onlyThere] = [missingFrom(one, other), missingFrom(other, one)]
    if (onlyHere.length + onlyThere.length > 0)
      return { onlyHere: onlyHere.slice(0, maximumShown), onlyThere: onlyThere.slice(0, maximumShown) }
    const [sentence, mark] = [sharedNumbering(), sharedNumbering()]
    const before = countMarks(ours) + countMarks(theirs)
    ours = markIds(here, one, sentence, mark)
    theirs = markIds(there, other, sentence, mark)
    if (countMarks(ours) + countMarks(theirs) === before) return noDifferences
  }
}
