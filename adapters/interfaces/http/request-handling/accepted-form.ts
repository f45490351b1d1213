import type { Request } from 'express'
import { mediaTypeByFormat } from '../route/answer-format'
import type { Route } from '../route/route'
import type { TextForm } from '../route/text-form'

/** Whether the caller takes a media type. Most callers send no `Accept`, or one of these. */
const accepts = (request: Request, mediaType: string): boolean => {
  const { accept } = request.headers
  return accept === undefined || accept === '*/*' || accept === mediaType || request.accepts(mediaType) !== false
}

/**
 * The form in which a route answers a request: that of the route, or a text that `Accept` prefers; undefined when it takes
 * neither.
 */
export const acceptedForm = (
  { format, textForms }: Pick<Route, 'format' | 'textForms'>,
  request: Request,
): Route['format'] | TextForm<unknown> | undefined => {
  const mediaType = mediaTypeByFormat[format]
  if (textForms.length === 0) return accepts(request, mediaType) ? format : undefined
  const accepted = request.accepts([mediaType, ...textForms.map((form) => form.mediaType)])
  return accepted === mediaType ? format : textForms.find((form) => form.mediaType === accepted)
}
