import * as t from 'io-ts'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { TitleId } from '../../../../../domain/values/ids'
import { titleStatus, type TitleStatus } from '../../../../../projections/copies/copy-queries'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { answerWithBody } from '../../route/route-handler'
import { defineReadRoute } from '../../route/define-route'
import { CopyAnswer } from '../copies/copy-answer-codecs'
import { requireFound } from '../read-caught-up-rows'

export const TitlePathParameters = objectCodec('TitlePath', { title: TitleId })

const TitleAnswer = objectCodec('Title', {
  title: TitleId,
  name: t.string,
  author: nullableCodec(t.string),
  copies: listCodec(CopyAnswer),
  byStatus: t.record(t.string, CountCodec),
  queue: CountCodec,
})

/** A title, its copies, and the length of its queue. */
export const readTitleRoute = defineReadRoute({
  path: '/titles/:title',
  name: 'readTitle',
  summary: 'Read a title, its copies, and how many have reserved it',
  tag: 'Catalogue',
  roles: 'anyone',
  params: TitlePathParameters,
  answer: TitleAnswer,
  handle: ({ params: { title }, library }) =>
    pipe(
      titleStatus(title)(library.rows),
      requireFound<TitleStatus>(httpRequestFailure('TitleIsUnknown')),
      E.map((status) => answerWithBody({ ...status, byStatus: { ...status.byStatus } })),
      TE.fromEither,
    ),
})
