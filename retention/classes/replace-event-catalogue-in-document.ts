import * as E from 'fp-ts/Either'

const beginMarkerOf = (block: string): string => `<!-- ${block}: begin (generated) -->`
const endMarkerOf = (block: string): string => `<!-- ${block}: end -->`

/** The text lacks a marker of the generated block. */
export interface CatalogueMarkerMissing {
  readonly _tag: 'CatalogueMarkerMissing'
  readonly missing: string
}

const findBlock =
  (block: string) =>
  (text: string): E.Either<CatalogueMarkerMissing, readonly [number, number]> => {
    const [beginMarker, endMarker] = [beginMarkerOf(block), endMarkerOf(block)]
    const from = text.indexOf(beginMarker)
    if (from < 0) return E.left({ _tag: 'CatalogueMarkerMissing', missing: beginMarker })
    const to = text.indexOf(endMarker, from)
    return to < 0
      ? E.left({ _tag: 'CatalogueMarkerMissing', missing: endMarker })
      : E.right([from + beginMarker.length, to])
  }

/** Replaces the text between the two markers of a block by what is generated, and leaves the rest as it is. */
export const replaceGeneratedBlock =
  (block: string) =>
  (generated: string) =>
  (text: string): E.Either<CatalogueMarkerMissing, string> =>
    E.map(
      ([from, to]: readonly [number, number]) =>
        `${text.slice(0, from)}\n<!-- prettier-ignore-start -->\n\n${generated}\n\n<!-- prettier-ignore-end -->\n${text.slice(to)}`,
    )(findBlock(block)(text))

/** Replaces the catalogue of events in a text. */
export const replaceEventCatalogueInDocument = replaceGeneratedBlock('catalogue of events')
