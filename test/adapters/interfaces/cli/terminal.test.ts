import { PassThrough } from 'node:stream'
import * as fc from 'fast-check'
import { untilNobodyReads } from '../../../../adapters/interfaces/cli/terminal/nobody-reads'
import { plainOut } from '../../../../adapters/interfaces/cli/terminal/plain'
import { wrapped } from '../../../../adapters/interfaces/cli/terminal/table'
import { showInColumns } from '../../../../adapters/interfaces/cli/terminal/three-views'

const reading = (stream: PassThrough): string => String(stream.read() ?? '')

describe('what stands on a terminal', () => {
  it('tells progress in plain lines once for each tenth, apart from the answer', () => {
    const [answers, problems] = [new PassThrough(), new PassThrough()]
    const out = plainOut(answers, problems)
    for (let done = 0; done <= 1000; done++) out.progress({ what: 'Loans', done, total: 1000 })
    out.line('done')
    expect(reading(answers)).toBe('done\n')
    expect(reading(problems).trimEnd().split('\n')).toHaveLength(11)
  })

  it('goes on in silence when nobody reads any more, and on no other error of the stream', () => {
    const stream = new PassThrough()
    untilNobodyReads(stream)
    expect(() => stream.emit('error', Object.assign(new Error('gone'), { code: 'EPIPE' }))).not.toThrow()
    expect(() => stream.emit('error', Object.assign(new Error('full'), { code: 'ENOSPC' }))).toThrow('full')
  })

  it('loses no word when a long text is broken into lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'æ'), minLength: 1, maxLength: 60 })),
        (words) => {
          const text = words.join(' ')
          const lines = wrapped(38)(text)
          expect(lines.every(({ length }) => length <= 38)).toBe(true)
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        },
      ),
    )
  })

  it('shows an event on 120 columns: as stored, as staff see it, and as it will read once forgotten', () => {
    const open = { loan: '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33', copy: '3274626533', lentOn: '2026-01-05' }
    const lines = showInColumns({
      revision: 1,
      type: 'LoanStarted',
      recorded: '2026-01-05',
      stored: { open, sealed: { loan: '320 bytes sealed' } },
      staff: { ...open, loan: { borrower: 'Anna', name: 'A name that is far too long for one column of the three' } },
      forgotten: open,
    })
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(120)
    expect(lines[0]).toBe('1  LoanStarted  recorded 2026-01-05')
    expect(lines.filter((line) => line.includes('Anna'))).toHaveLength(1)
    const stored = lines.map((line) => (line.split(' | ')[0] ?? '').trim())
    expect(stored.slice(1, 8)).toEqual([
      'AS STORED',
      'copy 3274626533',
      'lentOn 2026-01-05',
      'loan 5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2',
      'e33',
      'sealed',
      'loan 320 bytes sealed',
    ])
  })
})
