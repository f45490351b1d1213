import { createServer, type AddressInfo } from 'node:net'

/** Runs a test while another server listens on a port. */
export const withBusyPort = async <A>(use: (port: number) => Promise<A>): Promise<A> => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  try {
    return await use((other.address() as AddressInfo).port)
  } finally {
    await new Promise((resolve) => other.close(resolve))
  }
}

/** The result of some work, and what it writes to stderr. */
export const captureStderr = async <A>(work: () => Promise<A>): Promise<readonly [A, string]> => {
  const written: string[] = []
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
  try {
    return [await work(), written.join('')]
  } finally {
    spy.mockRestore()
  }
}
