import { addressOf } from '../command-handling/aggregate'
import { handle } from '../command-handling/handle'
import type { TitleId } from '../values/ids'
import { titleAggregate } from '../title/aggregate'
import type { TitleCommand } from '../title/decide'
import type { TitleRefusal } from '../title/refusal'
import type { TitleEvent } from '../title/title-event'
import type { Answer } from './answer'
import type { Library } from './library'
import type { Acted } from './origin'
import { withIds } from './under-key'

/** What a borrower may do with a reservation once it is made. */
export type QueueChange = Extract<TitleCommand, { readonly type: 'ChangeReservation' | 'CancelReservation' }>

/** Changes or cancels a reservation; the place in the queue is kept, or given up. */
export const changeQueue =
  (library: Library) =>
  (title: TitleId, acted: Acted) =>
  (command: QueueChange): Answer<TitleRefusal, TitleEvent> => {
    const aggregate = titleAggregate(library.policy)
    return withIds(library)(acted, () => addressOf(aggregate)(title))(({ cause }) =>
      handle(library.desk)(aggregate)(title, cause)(command),
    )
  }
