/** Runs an action for each item with a number of callers. A caller takes the next item when its action has ended. */
export const runWithCallers =
  (callers: number) =>
  async <A>(items: ReadonlyArray<A>, action: (item: A) => Promise<unknown>): Promise<void> => {
    const remaining = items.values()
    const caller = async (): Promise<void> => {
      for (const item of remaining) await action(item)
    }
    await Promise.all(Array.from({ length: callers }, caller))
  }
