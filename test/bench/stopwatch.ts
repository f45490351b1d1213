/** Starts to measure. Answers a function that answers the seconds since then. */
export type Stopwatch = () => () => number

export const wallTime: Stopwatch = () => {
  const start = process.hrtime.bigint()
  return () => Number(process.hrtime.bigint() - start) / 1e9
}

/** The CPU time of this process with all its threads. Other programs on the machine hardly change it. */
export const cpuTime: Stopwatch = () => {
  const start = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1e6
  }
}
