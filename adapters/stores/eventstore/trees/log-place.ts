import type { LogName } from '../../../../domain/event/stream'

/** Where another thread of this process can read a log. */
export type LogPlace =
  | { readonly _tag: 'File'; readonly file: string }
  | { readonly _tag: 'Postgres'; readonly url: string }
  | { readonly _tag: 'KurrentDB'; readonly url: string; readonly namespace: string | undefined }

export type LogPlaces = Readonly<Record<LogName, LogPlace>>
