import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type {
  ListedShortTermEntry,
  ShortTermStore,
  ShortTermStoreError,
} from '../../../../domain/ports/short-term-store'
import { isSamePerson } from './is-same-person'
import type { Session } from './session'
import { useKey } from '../../http/access/session-keys'
import { sessionOfText } from './session-text'

type Result<A> = TE.TaskEither<ShortTermStoreError, A>

/** What is asked and done about all sessions of one person. Each reads every entry of the short-term store. */
export interface SessionsOfPerson {
  /** How many sessions of the person live beside the one with this id. */
  readonly countOthers: (id: string, session: Session) => Result<number>
  /** Ends every session of the person, in every process. What else is held on the person stays. */
  readonly endAllOf: (session: Session) => Result<void>
}

/** The sessions among entries of their kind. The entries that stand for the guardians of a session are empty. */
const sessionsOf = (entries: ReadonlyArray<ListedShortTermEntry>): ReadonlyArray<readonly [string, Session]> =>
  entries.flatMap(({ key: { id }, value }) => {
    const session = value === '' ? undefined : sessionOfText(value)
    return session === undefined ? [] : [[id, session] as const]
  })

/** `machineTime`: in ms since 1970. `end`: ends one session. */
export const sessionsOfPerson = (
  { get, list }: Pick<ShortTermStore, 'get' | 'list'>,
  machineTime: () => number,
  end: (id: string) => Result<void>,
): SessionsOfPerson => {
  const idsOf = (session: Session): Result<ReadonlyArray<string>> =>
    pipe(
      list('session'),
      TE.map((entries) =>
        sessionsOf(entries)
          .filter(([, other]) => isSamePerson(session, other))
          .map(([id]) => id),
      ),
    )
  return {
    countOthers: (id, session) =>
      pipe(
        idsOf(session),
        TE.flatMap((ids) => TE.traverseArray((other: string) => get(useKey(other)))(ids.filter((one) => one !== id))),
        TE.map((ends) => ends.filter((endsAt) => endsAt !== undefined && Number(endsAt) > machineTime()).length),
      ),
    endAllOf: (session) =>
      pipe(
        idsOf(session),
        TE.flatMap(TE.traverseArray(end)),
        TE.map(() => undefined),
      ),
  }
}
