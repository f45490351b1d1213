import * as t from 'io-ts'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { TitleId } from '../../../../../domain/values/ids'
import { titleStatus, type TitleStatus } from '../../../../../projections/copies/queries'
import { listOf, nullable } from '../../codecs/nullable'
import { shape } from '../../codecs/shape'
import { count } from '../../codecs/whole-number'
import { edge } from '../../problems/edge-failure'
import { answered } from '../../route/call'
import { read } from '../../route/define'
import { CopyView } from '../copies/views'
import { found } from '../ready'

export const TitlePath = shape('TitlePath', { title: TitleId })

const TitleView = shape('Title', {
  title: TitleId,
  name: t.string,
  author: nullable(t.string),
  copies: listOf(CopyView),
  byStatus: t.record(t.string, count),
  queue: count,
})

/** A title, its copies, and how many wait for it. */
export const getTitle = read({
  path: '/titles/:title',
  name: 'readTitle',
  about: 'A title, its copies, and how many have reserved it',
  area: 'Catalogue',
  roles: 'anyone',
  params: TitlePath,
  answer: TitleView,
  handle: ({ params: { title }, system }) =>
    pipe(
      titleStatus(title)(system.rows),
      found<TitleStatus>(edge('TitleIsUnknown')),
      E.map((status) => answered({ ...status, byStatus: { ...status.byStatus } })),
      TE.fromEither,
    ),
})
