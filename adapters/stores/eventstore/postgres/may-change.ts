import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { askOnce } from '../../postgres/ask-once'

const asked = "SELECT has_table_privilege('log.events', 'UPDATE, DELETE, TRUNCATE') AS may"

/** Whether this role may change what stands in the log, as its owner may and a service should not. */
export const mayChange = (url: string): TE.TaskEither<StoreUnavailable, boolean> =>
  pipe(
    askOnce(url)<{ readonly may: boolean }>(asked),
    TE.map((row) => row?.may === true),
  )
