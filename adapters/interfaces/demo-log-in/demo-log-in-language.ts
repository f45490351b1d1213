import type { Request } from 'express'
import { MessageLanguage } from '../../../domain/borrower/message-language'

/** The language that a parameter names; undefined when it names none of the pages. */
export const languageOfParameter = (parameter: unknown): MessageLanguage | undefined =>
  MessageLanguage.is(parameter) ? parameter : undefined

/** The language that a parameter names, or else `preferred`, what the browser prefers of Danish and English. */
export const demoLogInLanguage = (parameter: unknown, preferred: string | false): MessageLanguage =>
  languageOfParameter(parameter) ?? (preferred === 'en' ? 'en' : 'da')

/** The language in which a log-in was begun, which stands in the address; else the one that the browser prefers. */
export const demoLogInLanguageOf = (request: Request): MessageLanguage =>
  demoLogInLanguage(request.query['language'], request.acceptsLanguages('da', 'en'))
