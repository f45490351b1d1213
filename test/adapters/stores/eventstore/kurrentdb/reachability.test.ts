import { UnavailableError } from '@eventstore/db-client'
import { retryTransient } from '../../../../../adapters/stores/eventstore/kurrentdb/calling/retry-transient'
import { createCircuitBreaker } from '../../../../../adapters/stores/eventstore/kurrentdb/calling/circuit-breaker'

const settings = { retryTimeout: 500, longestRetryPause: 10 }

/** A server that is unreachable until `comeBack`, and that counts its calls. */
const unreachableServer = () => {
  let isUnreachable = true
  let calls = 0
  const answer = (): Promise<string> => {
    calls += 1
    return isUnreachable ? Promise.reject(new UnavailableError()) : Promise.resolve('an answer')
  }
  return { answer, calls: () => calls, comeBack: () => void (isUnreachable = false) }
}

const callsToUnreachableServer = () => {
  const [server, probed] = [unreachableServer(), unreachableServer()]
  const reachability = createCircuitBreaker(probed.answer)
  const call = () => retryTransient(settings, reachability)(server.answer)
  return { server, probed, reachability, call }
}

/** Waits until a call has failed at the end of its retries. */
const retriesEnd = async (call: Promise<unknown>): Promise<void> => {
  await expect(call).rejects.toThrow()
}

describe('a server that does not answer', () => {
  it('is called again by the first caller until the retries end', async () => {
    const { server, call } = callsToUnreachableServer()
    await retriesEnd(call())
    expect(server.calls()).toBeGreaterThan(1)
  })

  it('is not called by later callers, who fail as soon as the probe fails', async () => {
    const { server, call } = callsToUnreachableServer()
    await retriesEnd(call())
    const calls = server.calls()
    await expect(call()).rejects.toThrow(UnavailableError)
    expect(server.calls()).toBe(calls)
  })

  it('delays no caller when the probe is not answered', async () => {
    const { answer } = unreachableServer()
    const reachability = createCircuitBreaker(() => new Promise(() => undefined))
    reachability.markUnreachable(new UnavailableError())
    await expect(retryTransient(settings, reachability)(answer)).rejects.toThrow(UnavailableError)
  })

  it('answers the next caller when it is reachable again', async () => {
    const { server, probed, call } = callsToUnreachableServer()
    await retriesEnd(call())
    server.comeBack()
    probed.comeBack()
    expect(await call()).toBe('an answer')
  })

  it('does not count as unreachable because of a request that it refuses', async () => {
    const { probed, server, reachability, call } = callsToUnreachableServer()
    await retriesEnd(retryTransient(settings, reachability)(() => Promise.reject(new Error('the stream moved'))))
    server.comeBack()
    expect(await call()).toBe('an answer')
    expect(probed.calls()).toBe(0)
  })
})
