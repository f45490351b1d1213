/** Runs an action a number of times, at most `atOnce` at the same time. */
export const repeatConcurrently = async (
  count: number,
  atOnce: number,
  action: () => Promise<unknown>,
): Promise<void> => {
  let left = count
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      await action()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
