import { throttleReactorCheckpoint } from '../../../../adapters/processes/reactors/throttled-reactor-checkpoint'
import type { Position } from '../../../../domain/ports/event-store'

const positionAt = (sequence: number): Position => String(sequence) as Position

/** A checkpoint that records its writes. The first `failures` writes fail. */
const recordingCheckpoint = (failures = 0) => {
  const written: Position[] = []
  let remainingFailures = failures
  const checkpoint = throttleReactorCheckpoint((position) => {
    if (remainingFailures > 0) {
      remainingFailures -= 1
      return Promise.reject(new Error('the disk is full'))
    }
    written.push(position)
    return Promise.resolve()
  })
  return { ...checkpoint, written }
}

describe('a throttled checkpoint', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('is written once for all its moves within a second', async () => {
    const { moveTo, written } = recordingCheckpoint()
    for (const sequence of [1, 2, 3]) moveTo(positionAt(sequence))
    expect(written).toEqual([])
    await jest.advanceTimersByTimeAsync(1000)
    expect(written).toEqual([positionAt(3)])
  })

  it('is written again only after it has moved', async () => {
    const { moveTo, written } = recordingCheckpoint()
    moveTo(positionAt(1))
    await jest.advanceTimersByTimeAsync(10_000)
    expect(written).toEqual([positionAt(1)])
    moveTo(positionAt(2))
    await jest.advanceTimersByTimeAsync(10_000)
    expect(written).toEqual([positionAt(1), positionAt(2)])
  })

  it('is written with its current position after a failed write', async () => {
    const { moveTo, written } = recordingCheckpoint(2)
    moveTo(positionAt(1))
    await jest.advanceTimersByTimeAsync(1500)
    moveTo(positionAt(2))
    await jest.advanceTimersByTimeAsync(10_000)
    expect(written).toEqual([positionAt(2)])
  })

  it('is written when the library closes, and never after that', async () => {
    const { moveTo, close, written } = recordingCheckpoint()
    moveTo(positionAt(7))
    await close()
    expect(written).toEqual([positionAt(7)])
    await jest.advanceTimersByTimeAsync(10_000)
    expect(written).toEqual([positionAt(7)])
  })

  it('stays unwritten when the last write fails: another process continues from the earlier position', async () => {
    const { moveTo, close, written } = recordingCheckpoint(1)
    moveTo(positionAt(7))
    await expect(close()).resolves.toBeUndefined()
    moveTo(positionAt(8))
    await jest.advanceTimersByTimeAsync(10_000)
    expect(written).toEqual([])
  })

  it('is not written before it has moved', async () => {
    const { close, written } = recordingCheckpoint()
    await close()
    expect(written).toEqual([])
  })
})
