import { UnavailableError } from '@eventstore/db-client'
import { patiently } from '../../../../../adapters/stores/eventstore/kurrentdb/calling/patience'
import { watchReachability } from '../../../../../adapters/stores/eventstore/kurrentdb/calling/reachability'

const settings = { patience: 100, longestPause: 10 }

/** A server that is away until the test says otherwise, and counts how often it is asked. */
const serverAway = () => {
  let isAway = true
  let asked = 0
  const answer = (): Promise<string> => {
    asked += 1
    return isAway ? Promise.reject(new UnavailableError()) : Promise.resolve('an answer')
  }
  return { answer, asked: () => asked, comeBack: () => void (isAway = false) }
}

const given = () => {
  const [server, probed] = [serverAway(), serverAway()]
  const reachability = watchReachability(probed.answer)
  const call = () => patiently(settings, reachability)(server.answer)
  return { server, probed, reachability, call }
}

/** Waits until a call has failed because its patience ended. */
const outOfPatience = async (call: Promise<unknown>): Promise<void> => {
  await expect(call).rejects.toThrow()
}

describe('a server that does not answer', () => {
  it('is asked again by the first caller for as long as callers wait', async () => {
    const { server, call } = given()
    await outOfPatience(call())
    expect(server.asked()).toBeGreaterThan(1)
  })

  it('is asked no more by later callers, who are refused as soon as a probe is not answered', async () => {
    const { server, call } = given()
    await outOfPatience(call())
    const asked = server.asked()
    await expect(call()).rejects.toThrow(UnavailableError)
    expect(server.asked()).toBe(asked)
  })

  it('keeps no caller waiting when the probe is not answered at all', async () => {
    const { answer } = serverAway()
    const reachability = watchReachability(() => new Promise(() => undefined))
    reachability.markAway(new UnavailableError())
    await expect(patiently(settings, reachability)(answer)).rejects.toThrow(UnavailableError)
  })

  it('serves the next caller once it is back', async () => {
    const { server, probed, call } = given()
    await outOfPatience(call())
    server.comeBack()
    probed.comeBack()
    expect(await call()).toBe('an answer')
  })

  it('is not counted as away because of a request that it cannot answer', async () => {
    const { probed, server, reachability, call } = given()
    await outOfPatience(patiently(settings, reachability)(() => Promise.reject(new Error('the stream moved'))))
    server.comeBack()
    expect(await call()).toBe('an answer')
    expect(probed.asked()).toBe(0)
  })
})
