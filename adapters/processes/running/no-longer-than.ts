import type { Task } from 'fp-ts/Task'

/** Waits until a thing is done, but no longer than so many ms: then it goes on by itself. */
export const noLongerThan =
  (ms: number) =>
  async (thing: Task<unknown>): Promise<void> => {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms)
    })
    await Promise.race([thing(), patience])
    clearTimeout(timer)
  }
