import type { RequestHandler, Response } from 'express'
import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { LivePicture } from '../../../../domain/ports/live-pictures'
import type { HttpFailure } from '../../http/problems/http-failure'
import { setRequestKindForMetrics } from '../../http/request-handling/count-requests'
import { requestSourceOf } from '../../http/request-handling/request-source-of'
import { runRouteForCaller } from '../../http/request-handling/run-route-for-caller'
import { sendProblem } from '../../http/request-handling/send-problem'
import type { RouteAnswer } from '../../http/route/route-handler'
import { admitVisitor } from './admit-visitor'
import { textsOf } from './form-values'
import { endedPicture, noAnswerPicture } from './notice-pictures'
import { problemAnswers } from './problem-answers'
import type { SiteDependencies } from './site-dependencies'
import type { SitePictureStream } from './site-picture-stream'
import { beginPictures, type PictureWriter } from './write-pictures'

/** Ms from one picture to the next, and until a camera that did not answer is asked again. */
const [pictureMs, retryMs] = [1_000, 5_000]

type Taken = E.Either<HttpFailure, RouteAnswer<LivePicture>>

const isWithoutAnswer = (taken: Taken): boolean => E.isLeft(taken) && taken.left._tag === 'CameraDoesNotAnswer'

/** Whether there will be another picture: the request is open, or the camera may answer again. */
const goesOn = (taken: Taken): boolean => E.isRight(taken) || isWithoutAnswer(taken)

/** What somebody looks at: the first picture, the next ones, and whether the session has not ended. */
interface WatchedPictures {
  readonly first: Taken
  readonly take: TaskEither<HttpFailure, RouteAnswer<LivePicture>>
  readonly isLoggedIn: () => Promise<boolean>
}

const writeUntilOver = async (
  { write, pause }: PictureWriter,
  { first, take, isLoggedIn }: WatchedPictures,
): Promise<void> => {
  let taken = first
  while (goesOn(taken) && (await isLoggedIn())) {
    await write(E.isRight(taken) ? taken.right.body : noAnswerPicture)
    await pause(E.isRight(taken) ? pictureMs : retryMs)
    taken = await take()
  }
  await write(endedPicture)
}

const writePictures = async (response: Response, watched: WatchedPictures): Promise<void> => {
  try {
    await writeUntilOver(beginPictures(response), watched)
    response.end()
  } catch {
    response.destroy()
  }
}

/**
 * Serves pictures to whom they are for, until the route answers none any more, the session ends, or the browser goes. Each picture
 * is asked for with the rights of the person, and is gone once it is sent.
 */
export const servePictureStream = (
  dependencies: SiteDependencies,
  { roles, route }: SitePictureStream,
): RequestHandler => {
  const { http, state, sessions } = dependencies
  const admit = admitVisitor(dependencies, { roles }, problemAnswers)
  return async (request, response) => {
    setRequestKindForMetrics(response, 'read')
    const visitor = await admit([request, response])
    if (visitor === undefined) return
    const { caller, sessionId = '' } = visitor
    const take = runRouteForCaller(
      http,
      state,
      caller,
      requestSourceOf(request, sessionId),
    )(route, {
      params: textsOf(request.params),
    })
    const first = await take()
    if (E.isLeft(first) && !isWithoutAnswer(first)) {
      sendProblem(request, response)(first.left)
      return
    }
    const isLoggedIn = async (): Promise<boolean> => E.getOrElse(() => false)(await sessions.isLiving(sessionId)())
    if (request.method === 'HEAD') response.end()
    else await writePictures(response, { first, take, isLoggedIn })
  }
}
