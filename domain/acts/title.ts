import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { handle } from '../handling/handle'
import type { TitleId } from '../language/ids'
import { titleAggregate } from '../title/aggregate'
import type { TitleCommand } from '../title/decide'
import type { TitleRefusal } from '../title/refusal'
import type { TitleEvent } from '../title/title-event'
import type { Answer } from './answer'
import { idsOf } from './ids'
import type { Library } from './library'
import type { Acted } from './origin'

/** What a borrower may do with a reservation once it is made. */
export type QueueChange = Extract<TitleCommand, { readonly type: 'ChangeReservation' | 'CancelReservation' }>

/** Changes or cancels a reservation; the place in the queue is kept, or given up. */
export const changeQueue =
  (library: Library) =>
  (title: TitleId, acted: Acted) =>
  (command: QueueChange): Answer<TitleRefusal, TitleEvent> =>
    pipe(
      idsOf(library)(acted),
      TE.chainW(({ cause }) => handle(library.desk)(titleAggregate(library.policy))(title, cause)(command)),
    )
