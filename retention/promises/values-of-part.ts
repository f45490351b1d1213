import type { ScopeClass } from '../../domain/event/scope-class'
import { withFilledTextsRead } from './filled-texts'
import { kindsOfField, type KindOfDataName } from './kinds-of-data'

/** A single value in an event: where it stands there (`items.0.name`), and what it is. */
export interface LogValue {
  readonly member: string
  readonly value: string | number | boolean
}

/** All single values within a value, however deep they stand; what is null has none. */
export const singleValuesOf = (value: unknown, member: string): ReadonlyArray<LogValue> => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [{ member, value }]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) =>
        singleValuesOf(inner, member === '' ? name : `${member}.${name}`),
      )
    : []
}

/** The kind of data of a value: its member, or the member of its member, is in one row of the promises table. */
const kindOfValue = (name: ScopeClass, { member }: LogValue): KindOfDataName | undefined => {
  const [first = '', second = ''] = member.split('.')
  return [...kindsOfField(name, first), ...kindsOfField(name, `${first}.${second}`)][0]
}

/** What fills a part up to one size says nothing, and whose the record is stands at the head of the export. */
const saysNothing = ({ member }: LogValue): boolean => member === 'borrower' || member.split('.').at(-1) === 'padding'

/**
 * What is for nobody but the reader of a mail that was sent to an address: the link in it, with which the address is
 * confirmed. And the guardianship in a notice to a guardian, which a child does not see.
 */
const isWithheldOfNotice = (name: ScopeClass, { member }: LogValue): boolean =>
  name === 'notice' && ['link', 'guardianship'].includes(member)

/** The values of a sealed part that a reader may see, by kind of data. */
export const shownValuesOfPart =
  (isShown: (kind: KindOfDataName) => boolean) =>
  (name: ScopeClass, part: object): ReadonlyMap<KindOfDataName, ReadonlyArray<LogValue>> => {
    const byKind = new Map<KindOfDataName, LogValue[]>()
    for (const value of singleValuesOf(withFilledTextsRead(name, part), '')) {
      const kind = kindOfValue(name, value)
      if (kind === undefined || !isShown(kind) || saysNothing(value) || isWithheldOfNotice(name, value)) continue
      byKind.set(kind, [...(byKind.get(kind) ?? []), value])
    }
    return byKind
  }
