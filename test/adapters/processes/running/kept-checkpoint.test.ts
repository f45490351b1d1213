import { keptCheckpoint } from '../../../../adapters/processes/running/kept-checkpoint'
import type { Position } from '../../../../domain/ports/event-store'

const at = (place: number): Position => String(place) as Position

/** A checkpoint whose writes are told to the test, and fail as often as it says. */
const kept = (failures = 0) => {
  const written: Position[] = []
  let left = failures
  const checkpoint = keptCheckpoint((position) => {
    if (left > 0) {
      left -= 1
      return Promise.reject(new Error('the disk is full'))
    }
    written.push(position)
    return Promise.resolve()
  })
  return { ...checkpoint, written }
}

describe('a checkpoint that is kept now and then', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('is written once for all that it moved in a second', async () => {
    const { move, written } = kept()
    for (const place of [1, 2, 3]) move(at(place))
    expect(written).toEqual([])
    await jest.advanceTimersByTimeAsync(1000)
    expect(written).toEqual([at(3)])
  })

  it('is written again only when it has moved again', async () => {
    const { move, written } = kept()
    move(at(1))
    await jest.advanceTimersByTimeAsync(10_000)
    expect(written).toEqual([at(1)])
    move(at(2))
    await jest.advanceTimersByTimeAsync(10_000)
    expect(written).toEqual([at(1), at(2)])
  })

  it('is written where it stands by then when a write fails', async () => {
    const { move, written } = kept(2)
    move(at(1))
    await jest.advanceTimersByTimeAsync(1500)
    move(at(2))
    await jest.advanceTimersByTimeAsync(10_000)
    expect(written).toEqual([at(2)])
  })

  it('is written at once when the library closes, and then no more', async () => {
    const { move, close, written } = kept()
    move(at(7))
    await close()
    expect(written).toEqual([at(7)])
    await jest.advanceTimersByTimeAsync(10_000)
    expect(written).toEqual([at(7)])
  })

  it('is left where it was when the last write fails: another process goes on from there', async () => {
    const { move, close, written } = kept(1)
    move(at(7))
    await expect(close()).resolves.toBeUndefined()
    move(at(8))
    await jest.advanceTimersByTimeAsync(10_000)
    expect(written).toEqual([])
  })

  it('writes nothing while it has not moved', async () => {
    const { close, written } = kept()
    await close()
    expect(written).toEqual([])
  })
})
