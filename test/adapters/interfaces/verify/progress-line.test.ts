import { createProgressLine } from '../../../../adapters/interfaces/verify/progress-line'

/** A terminal, or another place for output, with all that was written to it. */
const outputWith = (isTTY: boolean) => {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

describe('the progress of a verification', () => {
  it('is shown on one line, which is written anew ten times a second at most, and erased at the end', () => {
    const terminal = outputWith(true)
    let now = 0
    const { show, end } = createProgressLine(terminal, () => now)
    show('circulation', 50, 200)
    now = 99
    show('circulation', 60, 200)
    now = 100
    show('persons', 3, 3)
    end()
    expect(terminal.written).toEqual([
      '\r\u001b[KReading circulation: 25 %, 50 of 200 events',
      '\r\u001b[KReading persons: 100 %, 3 of 3 events',
      '\r\u001b[K',
    ])
  })

  it('is not written to a file or a pipe', () => {
    const file = outputWith(false)
    const { show, end } = createProgressLine(file, () => 0)
    show('circulation', 50, 200)
    end()
    expect(file.written).toEqual([])
  })
})
