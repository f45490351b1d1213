import type { Request } from 'express'
import { MessageLanguage } from '../../../domain/borrower/message-language'

/** The language that a parameter names; undefined when it names none of the pages. */
export const languageOfParameter = (parameter: unknown): MessageLanguage | undefined =>
  MessageLanguage.is(parameter) ? parameter : undefined

/** The language in which a log-in was begun, which stands in the address; else the one that the browser prefers. */
export const demoLogInLanguageOf = (request: Request): MessageLanguage =>
  languageOfParameter(request.query['language']) ?? (request.acceptsLanguages('da', 'en') === 'en' ? 'en' : 'da')
