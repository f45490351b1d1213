import type { Task } from 'fp-ts/Task'

/** Waits for a task, but at most `ms`. The task continues in the background after that. */
export const waitAtMost =
  (ms: number) =>
  async (task: Task<unknown>): Promise<void> => {
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms)
    })
    await Promise.race([task(), timeout])
    clearTimeout(timer)
  }
