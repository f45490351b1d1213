import type * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { changeCopy } from '../../../../../domain/use-cases/change-copy'
import { BranchId, CopyId, TitleId } from '../../../../../domain/values/ids'
import { Volume } from '../../../../../domain/values/volume'
import { Ore } from '../../../../../domain/values/ore'
import { MaterialGroup } from '../../../../../domain/policy/material-group'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { wholeNumberCodec } from '../../codecs/whole-number-codec'
import { defineCommandRoute } from '../../route/define-route'
import { CopyChangedAnswer, ShelfMark } from './copy-answer-codecs'

export const NewCopyBody = objectCodec(
  'NewCopy',
  {
    copy: CopyId,
    title: TitleId,
    branch: BranchId,
    group: MaterialGroup,
    name: freeTextCodec(300),
    author: nullableCodec(freeTextCodec(200)),
    ageLimit: nullableCodec(wholeNumberCodec(0, 99)),
    price: Ore,
  },
  { shelfMark: ShelfMark, volume: Volume },
)

export type NewCopyBody = t.TypeOf<typeof NewCopyBody>

export const acquireCopyRoute = defineCommandRoute({
  method: 'post',
  path: '/copies',
  name: 'acquireCopy',
  headers: ['Location'],
  summary: 'Acquire a copy (accession)',
  tag: 'Collection',
  roles: staffRoleOnly,
  body: NewCopyBody,
  namedInBody: { branch: 'branch' },
  status: 201,
  answer: CopyChangedAnswer,
  handle: ({ body, library: { useCaseDependencies }, origin }) =>
    pipe(
      changeCopy(useCaseDependencies)(body.copy, { at: useCaseDependencies.commandHandling.clock.now(), origin })({
        type: 'Acquire',
        ...body,
      }),
      TE.map(() => ({ body: { copy: body.copy }, location: `/copies/${body.copy}` })),
    ),
})
