import { waitingRoom } from '../../../../adapters/processes/running/waiting-room'
import type { Position } from '../../../../domain/ports/event-store'

const at = (place: number): Position => String(place).padStart(4, '0') as Position

const progress = (passed: number, followed?: number) => ({
  passed: at(passed),
  followed: followed === undefined ? undefined : at(followed),
})

/** Waits for a place, and notes when the wait is over. */
const waitFor = (room: ReturnType<typeof waitingRoom>, place: number) => {
  const answers: boolean[] = []
  void room.until(at(place)).then((answer) => answers.push(answer))
  return async () => {
    await new Promise(setImmediate)
    return answers
  }
}

describe('a wait until a reactor has passed a position', () => {
  it('is over when the reactor has passed it, and not before', async () => {
    const room = waitingRoom()
    const answers = waitFor(room, 5)
    room.passed(progress(4))
    expect(await answers()).toEqual([])
    room.passed(progress(5))
    expect(await answers()).toEqual([true])
  })

  it('is over at once when the reactor has passed it already', async () => {
    const room = waitingRoom()
    room.passed(progress(7))
    expect(await waitFor(room, 5)()).toEqual([true])
  })

  it('includes what followed from the events up to the position', async () => {
    const room = waitingRoom()
    const answers = waitFor(room, 5)
    room.passed(progress(5, 9))
    room.passed(progress(8))
    expect(await answers()).toEqual([])
    room.passed(progress(9))
    expect(await answers()).toEqual([true])
  })

  it('includes what followed from events before the one that passed it, although they are told of later', async () => {
    const room = waitingRoom()
    room.passed(progress(3, 9))
    const answers = waitFor(room, 5)
    room.passed(progress(5))
    expect(await answers()).toEqual([])
    room.passed(progress(9))
    expect(await answers()).toEqual([true])
  })

  it('ends although something follows from every event', async () => {
    const room = waitingRoom()
    const answers = waitFor(room, 1)
    for (let place = 1; place < 20; place += 1) room.passed(progress(place, place + 1))
    expect(await answers()).toEqual([true])
  })

  it('takes no notice of a progress that comes late', async () => {
    const room = waitingRoom()
    room.passed(progress(9))
    room.passed(progress(2))
    expect(room.progress()).toEqual(progress(9))
    expect(await waitFor(room, 9)()).toEqual([true])
  })

  it('answers false when the process ends', async () => {
    const room = waitingRoom()
    const answers = waitFor(room, 5)
    room.leave()
    expect(await answers()).toEqual([false])
  })
})
