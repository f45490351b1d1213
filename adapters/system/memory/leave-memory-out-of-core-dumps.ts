import { writeFileSync } from 'node:fs'

/** Which kinds of memory the kernel writes into a core dump of this process and of those that it starts (core(5)). */
const filterOfThisProcess = '/proc/self/coredump_filter'
const noMemory = '0'

/**
 * Leaves all memory out of core dumps of this process: a dump would hold keys and personal values. Node cannot set the
 * limit of core dumps itself (`ulimit -c`), but Linux lets a process choose what its dumps hold. Answers whether it is so:
 * other systems have no such choice.
 */
export const leaveMemoryOutOfCoreDumps = (file = filterOfThisProcess): boolean => {
  try {
    writeFileSync(file, noMemory)
    return true
  } catch {
    return false
  }
}

/** What to tell an operator where memory cannot be left out of core dumps. */
export const coreDumpNotice =
  'A core dump of this process would hold keys and personal values, and this system does not let it leave them out. Switch core dumps off for it (ulimit -c 0).'
