import type { CollectionKeyIsUnusable } from '../ports/collection-file-encryption'

/** Why no file to the collector is made, or none is recorded as handed out. */
export type CollectionRefusal =
  /** The policy names no recipient. */
  | { readonly _tag: 'NobodyCollects' }
  | CollectionKeyIsUnusable
  /** No fee is ready to be passed on. */
  | { readonly _tag: 'NothingToCollect' }
  /** No fee waits for this file: it was handed out, another one was made since, or its fees were recalled. */
  | { readonly _tag: 'CollectionFileIsUnknown' }
