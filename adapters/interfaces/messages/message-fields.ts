import type { MessageLanguage } from '../../../domain/borrower/message-language'
import type { TextContent, TextItem } from '../../../domain/message/text-content'
import type { Branch } from '../../../domain/policy/branch'
import { firstDayOfMonth, type Month } from '../../../domain/values/month'
import { formatOre, sumOfOre, zeroOre } from '../../../domain/values/ore'
import { formatDayInWords } from '../../../domain/message/format-day-in-words'

/** The fields of a template. `items` has fields of its own. A field that the kind of message does not have is absent. */
export interface MessageFields {
  readonly items: ReadonlyArray<Readonly<Record<string, string>>>
  readonly [field: string]: unknown
}

const monthFormats: Readonly<Record<MessageLanguage, Intl.DateTimeFormat>> = {
  da: new Intl.DateTimeFormat('da-DK', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
}

const formatMonth = (language: MessageLanguage, month: Month): string =>
  monthFormats[language].format(new Date(`${firstDayOfMonth(month)}T00:00:00Z`))

const fieldsOfItem =
  (language: MessageLanguage) =>
  ({ name, day, amount }: TextItem): Readonly<Record<string, string>> => ({
    name: name ?? '',
    ...(day === null ? {} : { day: formatDayInWords(language, day) }),
    ...(amount === null ? {} : { amount: formatOre(language, amount) }),
  })

/** The parts of a statement: what is not returned, what is not paid, and the note to the borrower. */
const fieldsOfStatement = (
  language: MessageLanguage,
  { items, noteToBorrower }: TextContent,
): Readonly<Record<string, unknown>> => ({
  loans: items.filter(({ amount }) => amount === null).map(fieldsOfItem(language)),
  fees: items.filter(({ amount }) => amount !== null).map(fieldsOfItem(language)),
  note: noteToBorrower ?? null,
})

/** What a message says, as the fields of its template. Branches have their names of the policy. */
export const messageFieldsOf =
  (branches: ReadonlyArray<Branch>, language: MessageLanguage) =>
  (content: TextContent): MessageFields => {
    const { kind, items, pickUp, child = null, privacyLink = null, link, isToGuardian = false, erasedWith } = content
    const branch = branches.find(({ code }) => code === pickUp?.branch)
    return {
      ...(kind === 'statement' ? fieldsOfStatement(language, content) : {}),
      ...{ child, privacyLink, items: items.map(fieldsOfItem(language)) },
      ...(kind !== 'statement' && items.every(({ amount }) => amount === null)
        ? {}
        : { total: formatOre(language, sumOfOre(items.map(({ amount }) => amount ?? zeroOre))) }),
      ...(pickUp === null ? {} : { branch: branch?.name[language] ?? pickUp.branch, pickUpNumber: pickUp.number }),
      ...(link === undefined ? {} : { link, isToGuardian }),
      ...(erasedWith === undefined ? {} : { month: formatMonth(language, erasedWith) }),
    }
  }
