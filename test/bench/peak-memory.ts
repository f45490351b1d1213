import { readFileSync, writeFileSync } from 'node:fs'

/** Starts a new peak, on Linux. Elsewhere the peak is that of the whole process. */
export const resetPeakMemory = (): void => {
  globalThis.gc?.()
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    return
  }
}

const peakSinceReset = (): number | undefined => {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes)
  } catch {
    return undefined
  }
}

/** The most memory of this process since the last reset, in MB. */
export const peakMemory = (): number => (peakSinceReset() ?? process.resourceUsage().maxRSS) / 1024
