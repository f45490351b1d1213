import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The CPU time of the servers on this machine, in ms since each process of theirs started. */
export interface ServerCpuTime {
  readonly postgres: number
  readonly kurrentdb: number
}

/** Linux counts CPU time in hundredths of a second. */
const msOfTick = 10

const linuxProcesses = '/proc'

/** The name of a process (Linux keeps 15 characters) and its CPU time in ms; undefined when it has ended. */
const nameAndCpuTime = (pid: string): readonly [string, number] | undefined => {
  try {
    const [, name = '', rest = ''] =
      /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(path.join(linuxProcesses, pid, 'stat'), 'utf8')) ?? []
    const fields = rest.split(' ')
    return [name, (Number(fields[11]) + Number(fields[12])) * msOfTick]
  } catch {
    return undefined
  }
}

/** Sums the CPU time of all PostgreSQL and KurrentDB processes of this machine. On other systems than Linux it is 0. */
export const serverCpuTime = (): ServerCpuTime => {
  const pids = existsSync(linuxProcesses) ? readdirSync(linuxProcesses).filter((name) => /^\d+$/.test(name)) : []
  const times = pids.flatMap((pid) => {
    const found = nameAndCpuTime(pid)
    return found === undefined ? [] : [found]
  })
  const sumOf = (names: RegExp): number =>
    times.filter(([name]) => names.test(name)).reduce((sum, [, ms]) => sum + ms, 0)
  return { postgres: sumOf(/^postgres$/), kurrentdb: sumOf(/^(EventStore\.Clus|KurrentDB)/) }
}
