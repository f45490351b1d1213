import * as E from 'fp-ts/Either'

/** What the JSON in an entry of the short-term store says; undefined for another text. */
export const parseEntry = (text: string): unknown =>
  E.toUnion(
    E.tryCatch(
      (): unknown => JSON.parse(text),
      () => undefined,
    ),
  )
