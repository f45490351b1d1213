/** A random generator of whole numbers below a bound. The same seed gives the same numbers, so every demo library is the same. */
export const seededRandom = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
