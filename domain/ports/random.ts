/** Randomness comes from outside. */
export interface Random {
  /** A random 128-bit id, written as a UUID of version 4. */
  readonly uuid: () => string
  /** A UUID made from a text by a plain hash, which anybody can make again: for where nothing personal is touched. */
  readonly hashed: (text: string) => string
  /** The same things in random order. */
  readonly shuffled: <A>(things: ReadonlyArray<A>) => ReadonlyArray<A>
}
