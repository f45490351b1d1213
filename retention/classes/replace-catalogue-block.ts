import * as E from 'fp-ts/Either'

const beginMarker = '<!-- catalogue of events: begin (generated) -->'
const endMarker = '<!-- catalogue of events: end -->'

/** The text lacks a marker of the generated catalogue. */
export interface CatalogueMarkerMissing {
  readonly _tag: 'CatalogueMarkerMissing'
  readonly missing: string
}

const findBlock = (text: string): E.Either<CatalogueMarkerMissing, readonly [number, number]> => {
  const from = text.indexOf(beginMarker)
  if (from < 0) return E.left({ _tag: 'CatalogueMarkerMissing', missing: beginMarker })
  const to = text.indexOf(endMarker, from)
  return to < 0
    ? E.left({ _tag: 'CatalogueMarkerMissing', missing: endMarker })
    : E.right([from + beginMarker.length, to])
}

/** Replaces the text between the two markers by the generated catalogue, and leaves the rest as it is. */
export const replaceCatalogueBlock =
  (catalogue: string) =>
  (text: string): E.Either<CatalogueMarkerMissing, string> =>
    E.map(
      ([from, to]: readonly [number, number]) =>
        `${text.slice(0, from)}\n<!-- prettier-ignore-start -->\n\n${catalogue}\n\n<!-- prettier-ignore-end -->\n${text.slice(to)}`,
    )(findBlock(text))
