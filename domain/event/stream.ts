import { brandedStringCodec } from '../values/branded-string-codec'
import type * as t from 'io-ts'

/** The two logs, of things and of people. They share no counter and no id. */
export type LogName = 'circulation' | 'persons'
export const logNames: ReadonlyArray<LogName> = ['circulation', 'persons']

/** The stream categories of each log. A stream name is `category-id`. */
export const streamCategories = {
  circulation: [
    'copy',
    'title',
    'parallel',
    'fee',
    'payment',
    'message',
    'access',
    'receipt',
    'hold',
    'disclosure',
    'footage',
    'viewing',
    'day',
    'month',
    'import',
    'erasure',
    'loss',
    'epoch',
    'serverlog',
    'serverlogopening',
    'visitors',
  ],
  persons: ['borrower', 'notice', 'messagecount', 'month', 'erasure', 'loss', 'guardianpapers'],
} as const satisfies Readonly<Record<LogName, ReadonlyArray<string>>>

export type StreamCategory<L extends LogName = LogName> = (typeof streamCategories)[L][number]

/** `copy-3274626533`: a category, a hyphen and an id. */
export const StreamName = brandedStringCodec('StreamName', /^[a-z]+-[0-9A-Za-z-]{1,64}$/, 'copy-3274626533')
export type StreamName = t.TypeOf<typeof StreamName>

export const streamNameOf =
  (category: StreamCategory) =>
  (id: string): StreamName =>
    `${category}-${id}` as StreamName

export const categoryOfStream = (stream: StreamName): string => stream.slice(0, stream.indexOf('-'))

/** A stream and its log. */
export interface StreamAddress {
  readonly log: LogName
  readonly stream: StreamName
}

/** The place of an event. It names no person. */
export interface EventAddress extends StreamAddress {
  /** The index of the event in its stream, from 0. */
  readonly revision: number
}
