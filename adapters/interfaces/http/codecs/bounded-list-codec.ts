import * as t from 'io-ts'

/** A codec of a list that tells its items and how many it may have. */
interface BoundedListCodec<A> extends t.Type<ReadonlyArray<A>> {
  readonly items: t.Mixed
  readonly maxItems: number
}

/** A list with at most `maxItems` items. A longer one is refused before its items are looked at. */
export const boundedListCodec = <A>(maxItems: number, items: t.Type<A>): BoundedListCodec<A> => {
  const list = t.readonlyArray(items)
  const isShort = (u: unknown): boolean => Array.isArray(u) && u.length <= maxItems
  const codec = new t.Type<ReadonlyArray<A>>(
    'BoundedList',
    (u): u is ReadonlyArray<A> => isShort(u) && list.is(u),
    (u, context) => (isShort(u) ? list.validate(u, context) : t.failure(u, context)),
    (a) => a,
  )
  return Object.assign(codec, { items, maxItems })
}

export const isBoundedListCodec = (codec: t.Mixed): codec is BoundedListCodec<unknown> =>
  'items' in codec && 'maxItems' in codec
