import type { OverridableRefusal } from './overridable-refusal'

declare const overrideReason: unique symbol

/** Why staff went on in spite of a refusal: one line of text that fits into the event. */
export type OverrideReason = string & { readonly [overrideReason]: true }

/** What staff have overridden, and why. */
export interface RefusalOverride {
  readonly refusals: ReadonlyArray<OverridableRefusal>
  readonly reason: OverrideReason
}

/** The longest reason, in bytes of JSON in UTF-8. The width of the text below follows from it, so it never grows. */
export const longestOverrideReason = 80

/** The letters of the refusals in the text. They never change. */
const letters = {
  debtOverLimit: 'D',
  loanLimitReached: 'L',
  renewalLimitReached: 'N',
  renewalTooEarly: 'T',
  reservationLimitReached: 'R',
  blockedByMachine: 'S',
  excluded: 'U',
  excludedLonger: 'F',
} as const satisfies Readonly<Record<OverridableRefusal, string>>

const refusals = Object.keys(letters) as ReadonlyArray<OverridableRefusal>
const widthOfLetters = refusals.length

/** The size of a text within JSON, in bytes. */
const bytesInJson = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length - 2

/** Whether a text fits into the event as a reason. Most letters take one byte; æ, ø and å take two. */
export const isOverrideReason = (text: string): text is OverrideReason => bytesInJson(text) <= longestOverrideReason

/**
 * An override as the event of a loan, a renewal or a reservation has it: a text of one width, also without an override, so
 * that the size of the sealed part does not tell for whom a refusal was overridden.
 */
export const textOfRefusalOverride = (override: RefusalOverride | null): string => {
  const overridden = refusals.filter((refusal) => override?.refusals.includes(refusal)).map((one) => letters[one])
  const reason = override?.reason ?? ''
  return overridden.join('').padEnd(widthOfLetters) + reason + ' '.repeat(longestOverrideReason - bytesInJson(reason))
}

/** The override in such a text; null when nothing was overridden. An event of an earlier version has an empty text. */
export const refusalOverrideOfText = (text: string): RefusalOverride | null => {
  const overridden = text.slice(0, widthOfLetters).trimEnd()
  return overridden === ''
    ? null
    : {
        refusals: refusals.filter((refusal) => overridden.includes(letters[refusal])),
        reason: text.slice(widthOfLetters).trimEnd() as OverrideReason,
      }
}
