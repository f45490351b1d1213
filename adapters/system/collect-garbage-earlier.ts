import { setFlagsFromString } from 'node:v8'

/** By how many percent the heap may grow after a collection before the next one. V8 lets a small heap grow fourfold. */
const maxGrowthPercent = 30

/** Makes this process collect garbage earlier: it needs about a third less memory, and some more CPU time. */
export const collectGarbageEarlier = (): void => {
  setFlagsFromString(`--heap-growing-percent=${String(maxGrowthPercent)}`)
}
