/** The source of randomness. */
export interface Random {
  /** A random 128-bit id, as a UUID of version 4. */
  readonly uuid: () => string
  /**
   * A UUID that is a plain hash of a text. Anyone can compute it again, so it is used only where nothing personal is
   * concerned.
   */
  readonly uuidFromText: (text: string) => string
  /** The items in random order. */
  readonly shuffle: <A>(items: ReadonlyArray<A>) => ReadonlyArray<A>
}
