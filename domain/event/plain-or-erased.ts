/** A personal part that can be read. */
export interface Plain<A> {
  readonly _tag: 'Plain'
  readonly value: A
}

/** A personal part that is erased: the log says that its scope was erased. */
export interface Erased {
  readonly _tag: 'Erased'
}

/** A personal part as `decide` and `evolve` see it: plain or erased. */
export type PlainOrErased<A> = Plain<A> | Erased

export const makePlain = <A>(value: A): Plain<A> => ({ _tag: 'Plain', value })
export const erased: Erased = { _tag: 'Erased' }

/** Handles both cases of a personal part. */
export const matchPlainOrErased =
  <A, B>(whenErased: () => B, whenPlain: (value: A) => B) =>
  (part: PlainOrErased<A>): B =>
    part._tag === 'Plain' ? whenPlain(part.value) : whenErased()
