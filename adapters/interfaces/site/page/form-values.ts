import type { FormFields } from './site-page'

/** The texts among the values of a query, a path or a form. A name that was sent twice has its last value. */
export const textsOf = (values: unknown): Readonly<Record<string, string>> =>
  typeof values !== 'object' || values === null
    ? {}
    : Object.fromEntries(
        Object.entries(values).map(([name, value]: [string, unknown]) => {
          const last: unknown = Array.isArray(value) ? value.at(-1) : value
          return [name, typeof last === 'string' ? last : '']
        }),
      )

/** The fields of a form without those that every form has. */
export const ownFields = (all: FormFields): FormFields =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('_')))
