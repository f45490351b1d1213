import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import { recordFootage } from '../../../../../domain/use-cases/record-footage'
import { storeFootage } from '../../../../../domain/use-cases/store-footage'
import { CameraId, BranchId, FootageId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { FootagePathParameters } from './video-codecs'

export const recordFootageRoute = defineCommandRoute({
  method: 'post',
  path: '/video/recordings',
  name: 'recordFootage',
  summary:
    'Register what a camera has recorded on one day; its content follows. Send the recordings of a day after the branch has closed: single ones during the day would tell the hour of what stands beside them in the log',
  tag: 'Video surveillance',
  roles: ['videoRecorder'],
  body: objectCodec('NewRecording', { branch: BranchId, camera: CameraId, from: Instant, until: Instant }),
  status: 201,
  answer: objectCodec('RecordingMade', { footage: FootageId }),
  handle: ({ library: { useCaseDependencies }, body, origin }) =>
    pipe(
      recordFootage(useCaseDependencies)({ ...body, at: useCaseDependencies.commandHandling.clock.now(), origin }),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.map(({ footage }) => answerWithBody({ footage })),
    ),
})

export const storeFootageRoute = defineCommandRoute({
  method: 'put',
  path: '/video/recordings/:footage/content',
  name: 'storeFootage',
  summary:
    'Store the content of a recording, once: it is encrypted under a key that goes with the recording. The same content again changes nothing',
  tag: 'Video surveillance',
  roles: ['videoRecorder'],
  params: FootagePathParameters,
  receives: 'video',
  answer: objectCodec('StoredRecording', { size: CountCodec, digest: t.string }),
  handle: ({ library: { useCaseDependencies }, params, received }) =>
    received === undefined
      ? TE.left(httpRequestFailure('BodyIsNotVideo'))
      : pipe(
          storeFootage(useCaseDependencies)({ ...params, ...received }),
          TE.mapLeft((failure): HttpFailure => failure),
          TE.map(answerWithBody),
        ),
})
