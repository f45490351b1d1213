import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { PrimaryStores } from './primary-stores'

/** Whether neither log holds an event. */
export const areLogsEmpty = ({
  circulation,
  persons,
}: PrimaryStores['logs']): TE.TaskEither<StoreUnavailable, boolean> =>
  TE.tryCatch(
    async () => (await circulation.head()) === undefined && (await persons.head()) === undefined,
    (): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason: 'a log cannot be read' }),
  )
