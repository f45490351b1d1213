import * as E from 'fp-ts/Either'

const begin = '<!-- catalogue of events: begin (generated) -->'
const end = '<!-- catalogue of events: end -->'

/** The text has no place for the generated catalogue. */
export interface NoCatalogueBlock {
  readonly _tag: 'NoCatalogueBlock'
  readonly missing: string
}

const place = (text: string): E.Either<NoCatalogueBlock, readonly [number, number]> => {
  const from = text.indexOf(begin)
  if (from < 0) return E.left({ _tag: 'NoCatalogueBlock', missing: begin })
  const to = text.indexOf(end, from)
  return to < 0 ? E.left({ _tag: 'NoCatalogueBlock', missing: end }) : E.right([from + begin.length, to])
}

/** Puts the generated catalogue between its two markers in a text; the rest stays as it is. */
export const withCatalogue =
  (catalogue: string) =>
  (text: string): E.Either<NoCatalogueBlock, string> =>
    E.map(
      ([from, to]: readonly [number, number]) =>
        `${text.slice(0, from)}\n<!-- prettier-ignore-start -->\n\n${catalogue}\n\n<!-- prettier-ignore-end -->\n${text.slice(to)}`,
    )(place(text))
