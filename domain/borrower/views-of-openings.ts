import type { Opening, View } from '../access/opening'
import { canonicalJson } from '../event/canonical-json'

/** The sizes of the sealed part of a month, in characters: multiples of this. */
export const viewsStep = 1_000

/** What stays of the openings of a month: each role, reason and opened record once, sorted by text. */
export const viewsOfOpenings = (openings: ReadonlyArray<Opening>): ReadonlyArray<View> => {
  const views = new Map(
    openings
      .map(({ role, reason, opened }): View => ({ role, reason, opened }))
      .map((view) => [canonicalJson(view), view] as const),
  )
  return [...views].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, view]) => view)
}

/** Fills the views of a month up to the next size, so that it does not tell how many there are. */
export const paddingOfViews = (views: ReadonlyArray<View>): string => {
  const { length } = canonicalJson(views)
  return ' '.repeat(Math.ceil(length / viewsStep) * viewsStep - length)
}
