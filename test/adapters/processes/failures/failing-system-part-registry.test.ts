import { createFailingSystemPartRegistry } from '../../../../adapters/processes/failures/failing-system-part-registry'

const reason = 'SQLITE_FULL'

/** A registry whose clock stands until `wait`; `reports` are what it has reported. */
const registryWithClock = () => {
  let now = Date.UTC(2026, 0, 5, 9)
  const reports: string[] = []
  const registry = createFailingSystemPartRegistry(() => new Date(now), {
    began: ({ part }) => reports.push(`${part} fails`),
    ended: ({ part }) => reports.push(`${part} works again`),
  })
  return { registry, reports, wait: (minutes: number) => void (now += minutes * 60_000) }
}

describe('a part of the system that fails', () => {
  it('is reported once until it works again, however often it fails', () => {
    const { registry, reports } = registryWithClock()
    for (let times = 0; times < 20; times += 1) registry.failed('readModels', reason)
    registry.worked('readModels')
    registry.worked('readModels')
    expect(reports).toEqual(['readModels fails', 'readModels works again'])
  })

  it('is reported once in ten minutes when it fails and works again and again: as often begun as ended', () => {
    const { registry, reports } = registryWithClock()
    for (let times = 0; times < 20; times += 1) {
      registry.failed('readModels', reason)
      expect(registry.list()).toHaveLength(1)
      registry.worked('readModels')
      expect(registry.list()).toEqual([])
    }
    expect(reports).toEqual(['readModels fails', 'readModels works again'])
  })

  it('is reported again when it still fails ten minutes after the report before', () => {
    const { registry, reports, wait } = registryWithClock()
    registry.failed('keys', reason)
    registry.worked('keys')
    wait(1)
    registry.failed('keys', reason)
    expect(reports).toEqual(['keys fails', 'keys works again'])
    wait(9)
    registry.failed('keys', reason)
    expect(reports).toEqual(['keys fails', 'keys works again', 'keys fails'])
    registry.worked('keys')
    expect(reports).toEqual(['keys fails', 'keys works again', 'keys fails', 'keys works again'])
  })
})
