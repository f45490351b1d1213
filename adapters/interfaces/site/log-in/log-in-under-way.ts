import { randomBytes } from 'node:crypto'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { ShortTermStore, ShortTermStoreError } from '../../../../domain/ports/short-term-store'
import type { LogInSecrets } from '../../../outside/log-in/log-in-provider'
import type { LogInAudience } from '../sessions/session'

/** A log-in for which a person has gone to a provider. */
export interface LogInUnderWay {
  readonly audience: LogInAudience
  readonly secrets: LogInSecrets
  readonly language: MessageLanguage
  /** Where the person wants to go, as they asked; '' when they did not. */
  readonly to: string
}

/** Ms that a person has to log in at the provider. */
const logInMs = 15 * 60_000

const keyOf = (id: string) => ({ kind: 'log-in under way', id }) as const

/** Log-ins that are under way. Each can be finished once, in any process. */
export interface LogInsUnderWay {
  readonly begin: (logIn: LogInUnderWay) => TE.TaskEither<ShortTermStoreError, string>
  readonly take: (id: string) => TE.TaskEither<ShortTermStoreError, LogInUnderWay | undefined>
}

export const createLogInsUnderWay = ({ put, take }: Pick<ShortTermStore, 'put' | 'take'>): LogInsUnderWay => ({
  begin: (logIn) => {
    const id = randomBytes(32).toString('base64url')
    return pipe(
      put({ ...keyOf(id), subject: null, lastsMs: logInMs, value: JSON.stringify(logIn) }),
      TE.map(() => id),
    )
  },
  take: (id) =>
    pipe(
      take(keyOf(id)),
      TE.map((value) => (value === undefined ? undefined : (JSON.parse(value) as LogInUnderWay))),
    ),
})
