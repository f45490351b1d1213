import type { RequestHandler } from 'express'
import { sendProblem } from './send-problem'

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD'

/** Answers 405 to every method but GET and HEAD at these paths, which are served beside the routes. */
export const refuseOtherMethods = (paths: ReadonlyArray<string>): RequestHandler => {
  const readOnly = new Set(paths)
  return (request, response, next) => {
    if (isReading(request.method) || !readOnly.has(request.path)) next()
    else sendProblem(request, response)({ _tag: 'MethodIsNotAllowed', allowed: ['get', 'head'] })
  }
}
