import fc from 'fast-check'
import { startVisitorTally } from '../../../domain/visitors/tally-visitors'

const lines = (browser: string, visitors: number, from = 1) =>
  Array.from({ length: visitors }, (_, index) => ({ address: `192.0.2.${String(from + index)}`, browser, requests: 3 }))

const count = (...added: ReadonlyArray<ReturnType<typeof lines>>) => {
  const tally = startVisitorTally()
  for (const one of added) tally.add(one)
  return tally.result()
}

describe('the count of visitors by browser', () => {
  it('counts an address once, however many hours, days and pages it stands for', () =>
    expect(count(lines('Firefox 133', 6), lines('Firefox 133', 6))).toEqual([{ value: 'Firefox 133', count: 6 }]))

  it('says nothing of fewer than five visitors', () => expect(count(lines('Firefox 133', 4))).toEqual([]))

  it('merges a browser of few visitors with one of many, so that nobody can tell which is which', () => {
    const cells = count(lines('Firefox 133', 20), lines('Safari 17', 9, 30), lines('Netscape 4', 1, 50))
    expect(cells.map(({ value }) => value)).not.toContain('Netscape 4')
    expect(cells).toContainEqual({ value: 'other', count: 10 })
  })

  it('names no browser of fewer than five visitors, whoever comes', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 8 }), (numbers) => {
        const names = numbers.map((_, index) => `Browser ${String(index)}`)
        const cells = count(...numbers.map((visitors, index) => lines(names[index] ?? '', visitors, 1)))
        const named = cells.filter(({ value }) => value !== 'other')
        for (const cell of cells) expect(cell.count).toBeGreaterThanOrEqual(5)
        for (const cell of named) expect(cell.count).toBe(numbers[names.indexOf(cell.value)])
      }),
    ))
})
