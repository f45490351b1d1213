import { PassThrough } from 'node:stream'
import * as fc from 'fast-check'
import { ignoreBrokenPipe } from '../../../../adapters/interfaces/cli/terminal/ignore-broken-pipe'
import { createPlainOutput } from '../../../../adapters/interfaces/cli/terminal/plain-output'
import { breakTextIntoLines } from '../../../../adapters/interfaces/cli/terminal/text-layout'
import { formatEventInColumns } from '../../../../adapters/interfaces/cli/terminal/format-event-in-columns'

const chunksIn = function* (stream: PassThrough): Generator<string> {
  for (let chunk = stream.read() as Buffer | null; chunk !== null; chunk = stream.read() as Buffer | null)
    yield chunk.toString()
}

const textIn = (stream: PassThrough): string => [...chunksIn(stream)].join('')

describe('output on a terminal', () => {
  it('writes progress once for each tenth, on another stream than the answer', () => {
    const [answers, problems] = [new PassThrough(), new PassThrough()]
    const out = createPlainOutput(answers, problems)
    for (let done = 0; done <= 1000; done++) out.showProgress({ what: 'Loans', done, total: 1000 })
    out.writeLine('done')
    expect(textIn(answers)).toBe('done\n')
    expect(textIn(problems).trimEnd().split('\n')).toHaveLength(11)
  })

  it('ignores a broken pipe, and throws every other error of the stream', () => {
    const stream = new PassThrough()
    ignoreBrokenPipe(stream)
    expect(() => stream.emit('error', Object.assign(new Error('gone'), { code: 'EPIPE' }))).not.toThrow()
    expect(() => stream.emit('error', Object.assign(new Error('full'), { code: 'ENOSPC' }))).toThrow('full')
  })

  it('keeps every word when it breaks a long text into lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'æ'), minLength: 1, maxLength: 60 })),
        (words) => {
          const text = words.join(' ')
          const lines = breakTextIntoLines(38)(text)
          expect(lines.every(({ length }) => length <= 38)).toBe(true)
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        },
      ),
    )
  })

  it('shows an event in 120 characters: as stored, as staff see it, and as it will read once forgotten', () => {
    const open = { loan: '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33', copy: '3274626533', lentOn: '2026-01-05' }
    const lines = formatEventInColumns({
      revision: 1,
      type: 'LoanStarted',
      recorded: '2026-01-05',
      stored: { open, sealed: { loan: '320 bytes sealed' } },
      staff: { ...open, loan: { borrower: 'Anna', name: 'A name that is far too long for one column of the three' } },
      living: ['loan'],
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
