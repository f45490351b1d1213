import type { TitleId } from '../values/ids'

/** The most titles of one parallel reservation. The width of the text below follows from it, so it never grows. */
export const mostParallelTitles = 5

/** Nine digits a title, and spaces between the titles. */
const widthOfText = (mostParallelTitles - 1) * 10 - 1

/**
 * The other titles of a parallel reservation, as the event of a reservation has them: a text of one width, also without
 * any, so that the size of the sealed part does not tell which reservations are parallel.
 */
export const textOfParallelTitles = (titles: ReadonlyArray<TitleId>): string =>
  titles.toSorted().join(' ').padEnd(widthOfText)

/** The titles in such a text. */
export const parallelTitlesOfText = (text: string): ReadonlyArray<TitleId> =>
  text.split(' ').filter((title): title is TitleId => title !== '')
