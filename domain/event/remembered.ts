/** A personal part that can still be read. */
export interface Plain<A> {
  readonly _tag: 'Plain'
  readonly value: A
}

/** A personal part that has been forgotten: the log says that its scope was erased. */
export interface Erased {
  readonly _tag: 'Erased'
}

/** What a part of an event is to whoever decides or folds: known, or forgotten. */
export type Remembered<A> = Plain<A> | Erased

export const plain = <A>(value: A): Plain<A> => ({ _tag: 'Plain', value })
export const erased: Erased = { _tag: 'Erased' }

/** What is remembered, or what stands in for it. */
export const recall =
  <A, B>(forgotten: () => B, known: (value: A) => B) =>
  (part: Remembered<A>): B =>
    part._tag === 'Plain' ? known(part.value) : forgotten()

export const valueOf = <A>(part: Remembered<A>): A | undefined => (part._tag === 'Plain' ? part.value : undefined)
