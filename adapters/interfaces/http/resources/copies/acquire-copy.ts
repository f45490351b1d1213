import type * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { tendCopy } from '../../../../../domain/use-cases/copy'
import { BranchId, CopyId, TitleId } from '../../../../../domain/values/ids'
import { Ore } from '../../../../../domain/values/ore'
import { MaterialGroup } from '../../../../../domain/policy/material-group'
import { desk } from '../../access/roles'
import { freeText } from '../../codecs/free-text'
import { nullable } from '../../codecs/nullable'
import { shape } from '../../codecs/shape'
import { wholeNumber } from '../../codecs/whole-number'
import { command } from '../../route/define'
import { CopyChanged } from './views'

const NewCopy = shape('NewCopy', {
  copy: CopyId,
  title: TitleId,
  branch: BranchId,
  group: MaterialGroup,
  name: freeText(300),
  author: nullable(freeText(200)),
  ageLimit: nullable(wholeNumber(0, 99)),
  price: Ore,
})

export type NewCopy = t.TypeOf<typeof NewCopy>

export const acquireCopy = command({
  method: 'post',
  path: '/copies',
  name: 'acquireCopy',
  about: 'Take a copy into the collection (accession)',
  area: 'Collection',
  roles: desk,
  body: NewCopy,
  status: 201,
  answer: CopyChanged,
  handle: ({ body, system: { library }, origin }) =>
    pipe(
      tendCopy(library)(body.copy, { at: library.desk.clock.now(), origin })({ type: 'Acquire', ...body }),
      TE.map(() => ({ body: { copy: body.copy }, location: `/copies/${body.copy}` })),
    ),
})
