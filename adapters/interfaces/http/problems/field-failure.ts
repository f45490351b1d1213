import type { HttpFailure } from './http-failure'
import type { TranslatedText } from './http-problem-text'

/** The failure of a request in which one field is wrong. `text`: what is wrong, beside the field. */
export const fieldFailure = (place: 'body' | 'query', field: string, text: TranslatedText): HttpFailure => ({
  _tag: 'RequestIsInvalid',
  errors: [{ in: place, pointer: `/${field}`, text }],
})
