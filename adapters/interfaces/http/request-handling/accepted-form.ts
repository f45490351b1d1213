import type { Request } from 'express'
import { mediaTypeByFormat } from '../route/answer-format'
import type { Route } from '../route/route'
import type { TextRepresentation } from '../route/text-representation'

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
  { format, textRepresentations }: Pick<Route, 'format' | 'textRepresentations'>,
  request: Request,
): Route['format'] | TextRepresentation<unknown> | undefined => {
  const mediaType = mediaTypeByFormat[format]
  if (textRepresentations.length === 0) return accepts(request, mediaType) ? format : undefined
  const accepted = request.accepts([mediaType, ...textRepresentations.map((form) => form.mediaType)])
  return accepted === mediaType ? format : textRepresentations.find((form) => form.mediaType === accepted)
}
