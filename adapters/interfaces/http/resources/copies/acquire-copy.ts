import type * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { changeCopy } from '../../../../../domain/use-cases/change-copy'
import { BranchId, CopyId, TitleId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { MaterialGroup } from '../../../../../domain/policy/material-group'
import { staffOnly } from '../../access/roles'
import { freeText } from '../../codecs/free-text'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { wholeNumber } from '../../codecs/whole-number'
import { defineCommandRoute } from '../../route/define-route'
import { CopyChangedAnswer, ShelfMark } from './answer-codecs'

const NewCopyBody = objectCodec(
  'NewCopy',
  {
    copy: CopyId,
    title: TitleId,
    branch: BranchId,
    group: MaterialGroup,
    name: freeText(300),
    author: nullableCodec(freeText(200)),
    ageLimit: nullableCodec(wholeNumber(0, 99)),
    price: Ore,
  },
  { shelfMark: ShelfMark },
)

export type NewCopyBody = t.TypeOf<typeof NewCopyBody>

export const acquireCopyRoute = defineCommandRoute({
  method: 'post',
  path: '/copies',
  name: 'acquireCopy',
  headers: ['Location'],
  summary: 'Acquire a copy (accession)',
  tag: 'Collection',
  roles: staffOnly,
  body: NewCopyBody,
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
