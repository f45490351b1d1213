/** Why the server log of a day cannot be opened. */
export type ServerLogRefusal =
  /** The day has none: nobody came, it is not closed yet, or it has not come. */
  { readonly _tag: 'ServerLogIsUnwritten' } | { readonly _tag: 'ServerLogIsErased' }
