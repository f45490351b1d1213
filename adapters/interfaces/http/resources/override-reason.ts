import * as E from 'fp-ts/Either'
import { isOfflineAct } from '../../../../domain/use-cases/is-offline-act'
import {
  isOverrideReason,
  longestOverrideReason,
  type OverrideReason,
} from '../../../../domain/policy/refusal-override'
import type { Instant } from '../../../../domain/values/instant'
import { codecWithSchema } from '../codecs/codec-with-schema'
import { freeTextCodec } from '../codecs/free-text-codec'
import { fieldFailure } from '../problems/field-failure'
import type { HttpFailure } from '../problems/http-failure'
import type { RouteRequest } from '../route/route-handler'

const freeText = freeTextCodec(longestOverrideReason)

/** A scan that comes while the field of the reason has the focus is a number, and no reason. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text)

const isReasonInWords = (u: unknown): u is OverrideReason => freeText.is(u) && isOverrideReason(u) && hasWords(u)

const noWordsText = { da: 'har ingen ord: skriv grunden med ord', en: 'has no words: write the reason in words' }

const tooLongText = {
  da: `er for lang: der er plads til ${String(longestOverrideReason)} tegn, hvor et bogstav som æ tæller for to`,
  en: `is too long: there is room for ${String(longestOverrideReason)} characters, where a letter such as æ counts as two`,
}

/** Why staff go on in spite of a refusal: words that fit into the event. */
export const OverrideReasonCodec = codecWithSchema(
  'FreeText',
  isReasonInWords,
  { ...freeText.schema, examples: ['Betaler på fredag'] },
  (u) => {
    const explained = freeText.explain?.(u)
    if (explained !== undefined || isReasonInWords(u)) return explained
    return typeof u === 'string' && !hasWords(u) ? noWordsText : tooLongText
  },
)

/** A machine that was offline has acted already: there is nothing to override. */
const notForOfflineAct = fieldFailure('body', 'overrideReason', {
  da: 'kan ikke sendes sammen med en actedAt, der ligger mere end et minut tilbage: det er allerede sket, og bogføres',
  en: 'cannot be sent with an actedAt that is more than a minute ago: that has happened already, and is recorded',
})

type CallerContext = Pick<RouteRequest<unknown, unknown, unknown>, 'caller' | 'library'>

/** The reason for which a refusal is overridden, if one was sent: by staff alone, and for an act of now. */
export const resolveOverrideReason =
  ({ caller, library }: CallerContext) =>
  (at: Instant, reason: OverrideReason | undefined): E.Either<HttpFailure, OverrideReason | undefined> => {
    if (reason === undefined) return E.right(undefined)
    if (caller.role !== 'staff') return E.left({ _tag: 'OverridingIsForStaff', roles: ['staff'] })
    return isOfflineAct(library.useCaseDependencies.commandHandling.clock)(at)
      ? E.left(notForOfflineAct)
      : E.right(reason)
  }
