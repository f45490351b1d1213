import type { Request } from 'express'
import { formFields } from '../../pages/forms/plain-form'
import { isFromThisSite } from '../sessions/is-from-this-site'
import { textsOf } from './form-values'
import type { SiteDependencies } from './site-dependencies'

/** Whether a form was sent by a page of this site, with a token of `id`: a session, or a log-in that is under way. */
export const isTrustedForm = (
  { http, formTokens }: Pick<SiteDependencies, 'http' | 'formTokens'>,
  request: Request,
  id: string,
): boolean => isFromThisSite(http, request) && formTokens.isOf(id, textsOf(request.body)[formFields.token])
