import * as E from 'fp-ts/Either'
import type { LogName } from '../../../../../domain/event/stream'
import type { Position } from '../../../../../domain/ports/event-store'
import { replayNow, type ReplayPoint } from '../../../../../domain/replay/replay-point'
import type { Day } from '../../../../../domain/values/day'
import { fieldFailure } from '../../problems/field-failure'
import type { HttpFailure } from '../../problems/http-failure'
import type { TranslatedText } from '../../problems/http-problem-text'

/** Where a replay ends, as a query has it. */
export interface ReplayPointQuery {
  readonly at?: Day
  readonly position?: string
  readonly revision?: string
}

/** Why a query names no end of a replay. */
export const replayPointTexts = {
  isNotAlone: {
    da: 'kan ikke stå sammen med et andet sted: nævn kun én af at, position og revision',
    en: 'cannot stand beside another place: name one of at, position and revision',
  },
  isNoneOfPersons: {
    da: 'findes ikke for en låner: hændelser om personer skifter plads, når deres måned lukkes. Brug at eller revision',
    en: 'does not exist for a borrower: events of persons change places when their month is closed. Use at or revision',
  },
} as const satisfies Readonly<Record<string, TranslatedText>>

const refuse = (member: string, text: TranslatedText): E.Either<HttpFailure, never> =>
  E.left(fieldFailure('query', member, text))

/**
 * The end of a replay: now, unless the query names a day, a position of the log or a revision of the stream. `head` is the
 * last position of the log: a position is written with as many digits.
 */
export const replayPointOfQuery =
  (log: LogName, head: string) =>
  ({ at, position, revision }: ReplayPointQuery): E.Either<HttpFailure, ReplayPoint> => {
    const [, second] = Object.entries({ at, position, revision }).filter(([, value]) => value !== undefined)
    if (second !== undefined) return refuse(second[0], replayPointTexts.isNotAlone)
    if (at !== undefined) return E.right({ _tag: 'Day', day: at })
    if (revision !== undefined) return E.right({ _tag: 'Revision', revision: Number(revision) })
    if (position === undefined) return E.right(replayNow)
    return log === 'persons'
      ? refuse('position', replayPointTexts.isNoneOfPersons)
      : E.right({ _tag: 'Position', position: position.padStart(head.length, '0') as Position })
  }
