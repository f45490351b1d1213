import { isRecord, parseJson } from './canonical-json'
import type { LogName } from './exported-event'

/** How long after its start condition a scope is due; months and years end with the closing of a month. */
export type RetentionPeriod =
  | 'at once'
  | { readonly days: number }
  | { readonly monthClosings: number }
  /** After the half-year in which the library was used last. */
  | { readonly yearsWithoutUse: number }

/** An event that starts the deletion clock of a scope. */
export interface DeletionClockStart {
  readonly event: string
  /** The open member with the id of the scope. */
  readonly scope: string
  /** The open member from which the period is counted, or `recorded`. */
  readonly from: string
  readonly after: RetentionPeriod
  /** What counts where an earlier version of the event lacks the member `from`; null where every version has it. */
  readonly inEarlierVersions: { readonly from: string; readonly plusYears: number } | null
}

/** The deletion rule of a class of scopes. */
export interface DeletionRule {
  readonly class: string
  /** The number of the class in key files. */
  readonly code: number
  readonly log: LogName
  /** `borrower` for a class that ends with a borrower at the latest, else `library`. */
  readonly parent: string
  /** The events that first name a scope of the class, in the open member with the name of the class. */
  readonly namedBy: ReadonlyArray<string>
  /** The earliest of these ends counts. */
  readonly endedBy: ReadonlyArray<DeletionClockStart>
  /** Of these the last one counts. A scope ends by whichever of both comes first. */
  readonly endedAtLatestBy: ReadonlyArray<DeletionClockStart>
  /** Counted from the day on which the log recorded that the key was lost; null where that changes nothing. */
  readonly afterLoss: RetentionPeriod | null
  /** `attested`: an event states the end, and nobody can compute it from other open parts. */
  readonly provedBy: 'open parts' | 'attested'
  readonly promise: string
}

export type DeletionRules = ReadonlyMap<string, DeletionRule>

const isText = (value: unknown): boolean => typeof value === 'string'
const isPeriod = (value: unknown): boolean =>
  value === 'at once' ||
  (isRecord(value) &&
    Object.keys(value).length === 1 &&
    ['days', 'monthClosings', 'yearsWithoutUse'].some((unit) => Number.isSafeInteger(value[unit])))
const isEarlierDate = (value: unknown): boolean =>
  value === null || (isRecord(value) && isText(value['from']) && Number.isSafeInteger(value['plusYears']))
const isClockStart = (value: unknown): boolean =>
  isRecord(value) &&
  ['event', 'scope', 'from'].every((name) => isText(value[name])) &&
  isPeriod(value['after']) &&
  isEarlierDate(value['inEarlierVersions'])
const isListOf = (isItem: (value: unknown) => boolean, value: unknown): boolean =>
  Array.isArray(value) && value.every(isItem)

const isRule = (value: unknown): value is DeletionRule =>
  isRecord(value) &&
  ['class', 'log', 'parent', 'provedBy', 'promise'].every((name) => isText(value[name])) &&
  Number.isSafeInteger(value['code']) &&
  isListOf(isText, value['namedBy']) &&
  isListOf(isClockStart, value['endedBy']) &&
  isListOf(isClockStart, value['endedAtLatestBy']) &&
  (value['afterLoss'] === null || isPeriod(value['afterLoss']))

/** Reads a table of rules: one class a line, as JSON. Undefined when a line is no rule. */
export const parseDeletionRules = (text: string): DeletionRules | undefined => {
  const rules = text.split('\n').slice(0, -1).map(parseJson)
  return rules.every(isRule) && rules.length > 0 ? new Map(rules.map((rule) => [rule.class, rule])) : undefined
}

/** The classes whose rule differs between two tables, and those that only one of them has. */
export const differingClasses = (one: DeletionRules, other: DeletionRules): ReadonlyArray<string> =>
  [...new Set([...one.keys(), ...other.keys()])]
    .filter((name) => JSON.stringify(one.get(name)) !== JSON.stringify(other.get(name)))
    .sort()
