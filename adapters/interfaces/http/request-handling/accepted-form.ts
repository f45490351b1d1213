import type { Request } from 'express'
import type { Route } from '../route/route'
import type { TextForm } from '../route/text-form'

/** Whether the caller takes JSON. Most callers send no `Accept`, or one of these. */
const acceptsJson = (request: Request): boolean => {
  const { accept } = request.headers
  return (
    accept === undefined ||
    accept === '*/*' ||
    accept === 'application/json' ||
    request.accepts('application/json') !== false
  )
}

/** The form in which a route answers a request: JSON, or a text that `Accept` prefers; undefined when it takes neither. */
export const acceptedForm = (
  { textForms }: Pick<Route, 'textForms'>,
  request: Request,
): 'json' | TextForm<unknown> | undefined => {
  if (textForms.length === 0) return acceptsJson(request) ? 'json' : undefined
  const accepted = request.accepts(['application/json', ...textForms.map(({ mediaType }) => mediaType)])
  return accepted === 'application/json' ? 'json' : textForms.find(({ mediaType }) => mediaType === accepted)
}
