import { randomBytes } from 'node:crypto'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ShortTermStore, ShortTermStoreError } from '../../../../domain/ports/short-term-store'
import type { Cpr } from '../../../../domain/values/cpr'

/** Somebody whom a provider has identified, whom the library does not know, and who may register. */
export interface WebsiteRegistration {
  /** It stands nowhere but in the short-term store: in no form, cookie or address. */
  readonly cpr: Cpr
  /** Where the person wants to go, as they asked; '' when they did not. */
  readonly to: string
}

/** Ms that a person has to fill in the form. */
const registrationMs = 30 * 60_000

const keyOf = (id: string) => ({ kind: 'registration on the website', id }) as const

/** The registrations that are under way, by the random id in the cookie of the log-in. */
export interface WebsiteRegistrations {
  readonly begin: (registration: WebsiteRegistration) => TE.TaskEither<ShortTermStoreError, string>
  readonly find: (id: string) => TE.TaskEither<ShortTermStoreError, WebsiteRegistration | undefined>
  readonly end: (id: string) => TE.TaskEither<ShortTermStoreError, void>
}

export const createWebsiteRegistrations = ({
  put,
  get,
  remove,
}: Pick<ShortTermStore, 'put' | 'get' | 'remove'>): WebsiteRegistrations => ({
  begin: (registration) => {
    const id = randomBytes(32).toString('base64url')
    return pipe(
      put({ ...keyOf(id), subject: null, lastsMs: registrationMs, value: JSON.stringify(registration) }),
      TE.map(() => id),
    )
  },
  find: (id) =>
    pipe(
      get(keyOf(id)),
      TE.map((value) => (value === undefined ? undefined : (JSON.parse(value) as WebsiteRegistration))),
    ),
  end: (id) => remove(keyOf(id)),
})
