import { hash, randomInt, randomUUID } from 'node:crypto'
import type { Random } from '../../../domain/ports/random'

const shuffle = <A>(items: ReadonlyArray<A>): ReadonlyArray<A> => {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const [a, b] = [order[last] as A, order[other] as A]
    order[last] = b
    order[other] = a
  }
  return order
}

const uuidFromText = (text: string): string => {
  const hex = hash('sha256', text)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Random values from the operating system. */
export const systemRandom: Random = { uuid: randomUUID, uuidFromText, shuffle }
