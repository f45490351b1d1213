/** In which form a route answers when it succeeds: JSON, or a page. */
export type AnswerFormat = 'json' | 'html'

/** The media type of each form. */
export const mediaTypeByFormat: Readonly<Record<AnswerFormat, string>> = {
  json: 'application/json',
  html: 'text/html',
}
