import { branded } from '../values/branded'
import type * as t from 'io-ts'

/** The log of things and the log of people: two stores that share no counter and no id. */
export type LogName = 'circulation' | 'persons'
export const logNames: ReadonlyArray<LogName> = ['circulation', 'persons']

/** What has a stream of its own, by log. A stream is `category-id`. */
export const categories = {
  circulation: ['copy', 'title', 'fee', 'payment', 'day', 'month', 'import', 'erasure'],
  persons: ['borrower', 'month', 'erasure'],
} as const satisfies Readonly<Record<LogName, ReadonlyArray<string>>>

export type Category<L extends LogName = LogName> = (typeof categories)[L][number]

/** `copy-3274626533`: a category, a hyphen and an id. */
export const StreamName = branded('StreamName', /^[a-z]+-[0-9A-Za-z-]{1,64}$/, 'copy-3274626533')
export type StreamName = t.TypeOf<typeof StreamName>

export const streamOf =
  (category: Category) =>
  (id: string): StreamName =>
    `${category}-${id}` as StreamName

export const categoryOf = (stream: StreamName): string => stream.slice(0, stream.indexOf('-'))

/** A stream together with the log that keeps it. */
export interface Address {
  readonly log: LogName
  readonly stream: StreamName
}
