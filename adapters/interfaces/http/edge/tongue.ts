import type { Request } from 'express'
import type { Tongue } from '../problems/words'

/** The language that a caller asks for: Danish, unless English comes first. */
export const tongueOf = (request: Request): Tongue => (request.acceptsLanguages('da', 'en') === 'en' ? 'en' : 'da')
