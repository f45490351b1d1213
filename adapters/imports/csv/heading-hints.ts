import { nearestName } from '../../system/text/nearest-name'
import { normaliseText } from './csv-row'

/** A heading that is not known, by its position in the file, counted from 1. */
export interface UnknownHeading {
  readonly position: number
  readonly heading: string
}

/**
 * Which known column a misspelt heading most likely means. The hint names the position and repeats no heading: in a file
 * without headings it is somebody's data.
 */
export const headingHints =
  (known: ReadonlyArray<string>) =>
  (headings: ReadonlyArray<UnknownHeading>): string =>
    headings
      .flatMap(({ position, heading }) => {
        const nearest = nearestName(known)(heading)
        return nearest === undefined ? [] : [` Did you mean "${nearest}" for column ${String(position)}?`]
      })
      .join('')

/**
 * Which heading of the file a column that the user names most likely means: its text when it may be repeated, or else its
 * position.
 */
export const mappingHints =
  (columns: ReadonlyArray<string>, mayRepeat: boolean) =>
  (headings: ReadonlyArray<UnknownHeading>): string =>
    columns
      .flatMap((column) => {
        const nearest = nearestName(headings.map(({ heading }) => heading))(column)
        const found = headings.find(({ heading }) => heading === nearest)
        if (found === undefined) return []
        return [
          ` Did you mean ${mayRepeat ? `"${found.heading}"` : `column ${String(found.position)}`} for "${column}"?`,
        ]
      })
      .join('')

/** The headings of a file that are none of these names. */
export const headingsOtherThan =
  (names: ReadonlyArray<string>) =>
  (headings: ReadonlyArray<string>): ReadonlyArray<UnknownHeading> => {
    const normalised = names.map(normaliseText)
    return headings.flatMap((heading, index) =>
      normalised.includes(normaliseText(heading)) ? [] : [{ position: index + 1, heading }],
    )
  }
