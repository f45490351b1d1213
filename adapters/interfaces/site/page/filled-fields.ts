import type { FormFields } from './site-page'

const filledText = (fields: FormFields, name: string): string | undefined => {
  const text = fields[name]?.trim()
  return text === '' ? undefined : text
}

/** The text of a field; null when it is left empty. */
export const textOrNull = (fields: FormFields, name: string): string | null => filledText(fields, name) ?? null

/** Those of the named fields that are not left empty. */
export const filledFields = (fields: FormFields, names: ReadonlyArray<string>): FormFields =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = filledText(fields, name)
      return text === undefined ? [] : [[name, text]]
    }),
  )

/** The lines of a field that are not empty. */
export const linesOf = (fields: FormFields, name: string): ReadonlyArray<string> =>
  (fields[name] ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
