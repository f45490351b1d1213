import * as t from 'io-ts'
import { described, type Described } from './described'

/** A list that holds no more than so many. */
export const atMost = <A>(most: number, codec: t.Type<A> & Described): t.Type<ReadonlyArray<A>> & Described => {
  const list = t.readonlyArray(codec)
  const short = described(
    'AtMost',
    (u): u is ReadonlyArray<A> => list.is(u) && u.length <= most,
    { type: 'array', items: codec.schema, maxItems: most },
    () => ({ da: `skal være en liste på højst ${String(most)}`, en: `must be a list of at most ${String(most)}` }),
  )
  const validate: typeof list.validate = (u, context) => {
    const listed = list.validate(u, context)
    return listed._tag === 'Left' ? listed : short.validate(u, context)
  }
  return Object.assign(new t.Type(short.name, short.is, validate, (a) => a), {
    schema: short.schema,
    ...(short.wrong === undefined ? {} : { wrong: short.wrong }),
  })
}
