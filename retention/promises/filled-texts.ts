import { continuedLoanOfText, textOfContinuedLoan } from '../../domain/copy/continued-loan'
import type { ScopeClass } from '../../domain/event/scope-class'
import { refusalOverrideOfText, textOfRefusalOverride } from '../../domain/policy/refusal-override'

type ReadText = (text: string) => string | object

/** What a text says; a text that was not written in this form is left as it is, so that nothing is lost. */
const readIfWrittenBy =
  <A extends object>(write: (value: A | null) => string, read: (text: string) => A | null): ReadText =>
  (text) => {
    const value = read(text)
    return value !== null && write(value) === text ? value : text
  }

const withoutFill: ReadText = (text) => text.trimEnd()

const readOverride = readIfWrittenBy(textOfRefusalOverride, refusalOverrideOfText)

/** The texts that events fill with spaces up to one width, by class and member, and how each is read. */
const filledTexts: Readonly<Partial<Record<ScopeClass, Readonly<Record<string, ReadText>>>>> = {
  loan: { override: readOverride, continues: readIfWrittenBy(textOfContinuedLoan, continuedLoanOfText) },
  reservation: { override: readOverride, parallelTo: withoutFill, volume: withoutFill },
}

/** A sealed part with what its filled texts say. One that says nothing is null. */
export const withFilledTextsRead = (name: ScopeClass, part: object): object =>
  Object.fromEntries(
    Object.entries(part).map(([member, value]: [string, unknown]) => {
      const read = filledTexts[name]?.[member]
      if (read === undefined || typeof value !== 'string') return [member, value]
      return [member, value.trim() === '' ? null : read(value)]
    }),
  )
