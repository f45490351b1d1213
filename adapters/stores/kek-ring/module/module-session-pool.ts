import type { ModuleHandle } from './pkcs11'

/** The most sessions that are open at a time. As many calls wait for the module side by side. */
export const maxHardwareModuleSessions = 8

/** Lends sessions, and opens another one when all are lent, up to a limit. */
export const createModuleSessionPool = (openSession: () => ModuleHandle) => {
  const free: ModuleHandle[] = []
  const waiting: Array<(session: ModuleHandle) => void> = []
  let opened = 0
  const take = (): Promise<ModuleHandle> => {
    const session = free.pop()
    if (session !== undefined) return Promise.resolve(session)
    if (opened === maxHardwareModuleSessions) return new Promise((resolve) => waiting.push(resolve))
    opened += 1
    return Promise.resolve(openSession())
  }
  const giveBack = (session: ModuleHandle): void => {
    const next = waiting.shift()
    if (next === undefined) free.push(session)
    else next(session)
  }
  /** Runs work with a session that nobody else uses meanwhile. */
  return async <A>(work: (session: ModuleHandle) => A | Promise<A>): Promise<A> => {
    const session = await take()
    try {
      return await work(session)
    } finally {
      giveBack(session)
    }
  }
}
