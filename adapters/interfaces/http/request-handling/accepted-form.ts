import type { Request } from 'express'
import { mediaTypesByFormat } from '../route/answer-format'
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
  const mediaTypes = mediaTypesByFormat[format]
  if (textRepresentations.length === 0)
    return mediaTypes.some((mediaType) => accepts(request, mediaType)) ? format : undefined
  const accepted = request.accepts([...mediaTypes, ...textRepresentations.map((form) => form.mediaType)])
  return accepted !== false && mediaTypes.includes(accepted)
    ? format
    : textRepresentations.find((form) => form.mediaType === accepted)
}
