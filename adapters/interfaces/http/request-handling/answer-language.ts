import type { Request } from 'express'
import type { AnswerLanguage } from '../problems/http-problem-text'

/** The language that a caller prefers: Danish, unless English comes first in Accept-Language. */
export const answerLanguageOf = (request: Request): AnswerLanguage =>
  request.acceptsLanguages('da', 'en') === 'en' ? 'en' : 'da'
