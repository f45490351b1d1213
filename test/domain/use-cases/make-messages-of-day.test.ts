import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { MessageCause } from '../../../domain/closing/messages-of-day'
import type { DayClosingDependencies } from '../../../domain/use-cases/day-closing-error'
import { writeMessagesAndAccessesOfDay } from '../../../domain/use-cases/make-messages-of-day'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { FollowUp } from '../../../domain/reactions/follow-up'
import { anna, bent, day } from '../../fixtures/example-library'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const closing = day('2026-03-10')
const today = day('2026-03-11')

const dueSoon = (borrower: typeof anna): MessageCause => ({
  ...{ borrower, kind: 'dueSoon' },
  item: { name: 'Night and Day', day: day('2026-03-14'), amount: null },
})

interface LibraryForClosing {
  readonly registered?: ReadonlyArray<typeof anna>
  /** The keys that cannot be read. */
  readonly unreadable?: ReadonlyArray<string>
  readonly dayKey?: string
}

/** The ids of the messages that a closing makes of a reminder to Anna and one to Bent. */
const idsOfMessages = async ({
  registered = [anna, bent],
  unreadable = [],
  dayKey = numberedUuid(901),
}: LibraryForClosing) => {
  const made: FollowUp[] = []
  const dependencies = {
    closingQueries: { messageCausesOf: () => TE.right([dueSoon(anna), dueSoon(bent)]) },
    decisionQueries: {
      traitsOf: ([borrower]: ReadonlyArray<typeof anna>) =>
        TE.right(new Map(registered.includes(borrower!) ? [[borrower, { group: 'adult', birthDate: null }]] : [])),
    },
    calendarScopes: { idempotencyScopeOf: () => TE.right(dayKey) },
    shortTerm: { list: () => TE.right([]) },
    borrowerLock: () => (task: unknown) => task,
    policy: () => defaultLibraryPolicy,
    commandHandling: {
      clock: { today: () => today },
      random: { shuffle: (items: ReadonlyArray<unknown>) => items },
      keys: {
        deriveIdsUnder: (scope: string) =>
          unreadable.includes(scope)
            ? TE.left({ _tag: 'Unavailable', reason: 'no key', key: 'missing' })
            : TE.right((text: string) => `${scope}(${text})`),
      },
    },
  } as object as DayClosingDependencies
  const handle = (followUp: FollowUp) => TE.fromIO(() => void made.push(followUp))
  expect(E.isRight(await writeMessagesAndAccessesOfDay(dependencies, handle)(closing)())).toBe(true)
  return made.map(({ id }) => id)
}

describe('the id of a message of a day', () => {
  it('is the same when the closing runs again, and another for each borrower', async () => {
    const ids = await idsOfMessages({})
    expect(await idsOfMessages({})).toEqual(ids)
    expect(new Set(ids).size).toBe(2)
  })

  it('needs the key of the borrower and that of the day', async () => {
    const [ofAnna = ''] = await idsOfMessages({})
    expect(ofAnna).toContain(`${numberedUuid(901)}(`)
    expect(ofAnna).toContain(`${anna}(`)
    expect(await idsOfMessages({ dayKey: numberedUuid(902) })).not.toContain(ofAnna)
  })
})

describe('the closing of a day', () => {
  it('writes to nobody who is about to be erased', async () => {
    expect(await idsOfMessages({ registered: [bent] })).toHaveLength(1)
  })

  it('writes to everybody else when the key of one borrower cannot be read', async () => {
    const ids = await idsOfMessages({ unreadable: [anna] })
    expect(ids).toEqual([expect.stringContaining(bent)])
  })
})
