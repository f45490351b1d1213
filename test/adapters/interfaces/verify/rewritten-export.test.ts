import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { reportLines } from '../../../../adapters/interfaces/verify/report-lines'
import {
  changeEvents,
  eventFile,
  exampleExportForTests,
  linesIn,
  nothingFound,
  verifyAsProgram,
  withCopy,
} from './example-export'
import { headFile, headSizes, makeSigner, makeWitness, signExportAgain, signHead, signList } from './sign-export-again'

const log = 'circulation' as const

/** Somebody who has the key that signs for the library. */
const signer = makeSigner()
const witness = makeWitness()

/** The closing of a day after which nothing was erased: the log makes sense without it. */
const indexOfUnneededClosing = (lines: ReadonlyArray<string>): number =>
  lines.findLastIndex(
    (line, at) => line.includes('"type":"DayClosed"') && lines[at + 1]?.includes('"type":"DayClosed"') === true,
  )

/** Removes an event, as if it had never been. */
const removeEvent = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.filter((_, at) => at !== indexOfUnneededClosing(lines))

describe('an export made by somebody who has the key that signs for the library', () => {
  const { example } = exampleExportForTests()
  /** What the library signed with that key, before anything was altered. */
  let honest: string
  const verify = (folder: string, ...options: ReadonlyArray<string>) =>
    verifyAsProgram(folder, '--key', path.join(honest, 'signer.pem'), '--key', example().key, ...options)
  /** The event that is removed is the one with this number. */
  const removedNumber = (): number => indexOfUnneededClosing(linesIn(eventFile(honest, log))) + 1
  const withRewritten = (use: (folder: string) => Promise<void>): Promise<void> =>
    withCopy(honest, async (folder) => {
      changeEvents(folder, log, removeEvent)
      signExportAgain(signer, folder)
      await use(folder)
    })

  beforeAll(() => {
    honest = example().folder
    writeFileSync(path.join(honest, 'signer.pem'), signer.pem)
    signExportAgain(signer, honest)
  })

  it('shows nothing by itself when the log was rewritten and every head signed anew; the report says that only a witness or an older head would show it', () =>
    withRewritten(async (folder) => {
      const verified = await verify(folder)
      expect([verified.answers.altered, verified.findings.alterations]).toEqual(['no', []])
      expect(reportLines(verified).join('\n')).toContain('only a witness or an older head would show that')
    }))

  it('is found by an earlier export, which says between which heads', () =>
    withRewritten(async (folder) => {
      const verified = await verify(folder, '--known', honest)
      expect(verified.answers.altered).toBe('yes')
      const [found] = verified.findings.alterations
      const { from = 0, to = 0 } = found?.kind === 'rewritten' ? found : {}
      expect([from <= removedNumber(), removedNumber() <= to]).toEqual([true, true])
      expect(reportLines(verified).join('\n')).toMatch(/circulation: rewritten: one of the events \d+ to \d+ /)
    }))

  it('is found by a head that a witness has cosigned, which says after which second', () =>
    withRewritten(async (folder) => {
      const size = headSizes(honest, log).at(-1)!
      const head = path.join(folder, 'from-witness.txt')
      writeFileSync(head, witness.cosign(readFileSync(headFile(honest, log, size), 'utf8'), 1_776_000_000))
      const keys = path.join(folder, 'witnesses.txt')
      writeFileSync(keys, witness.keyLine)
      const verified = await verify(folder, '--known', head, '--witness', keys)
      expect(verified.answers.altered).toBe('yes')
      expect(reportLines(verified).join('\n')).toMatch(
        /which you have from elsewhere, cosigned by witness\.example at 2026-04-12T13:20:00\.000Z/,
      )
    }))

  it('shows between which heads an event was removed when only the later heads were signed anew', () =>
    withCopy(honest, async (folder) => {
      const sizes = headSizes(honest, log)
      changeEvents(folder, log, (lines) => lines.filter((_, at) => at !== 9))
      const events = linesIn(eventFile(folder, log)).length
      const last = sizes.findLast((size) => size <= events)!
      const contradicting = sizes.filter((size) => size >= 10 && size < last)
      signExportAgain(signer, folder)
      for (const size of contradicting)
        writeFileSync(headFile(folder, log, size), readFileSync(headFile(honest, log, size)))
      const verified = await verify(folder)
      expect(verified.findings.alterations).toMatchObject([
        {
          ...{ kind: 'rewritten', to: contradicting[0], heads: contradicting.length },
          since: { after: { size: contradicting.at(-1) }, before: { size: last } },
        },
      ])
    }))

  it('shows a log that was cut by a head that is known from elsewhere', () =>
    withCopy(honest, async (folder) => {
      changeEvents(folder, log, (lines) => lines.slice(0, 100))
      signExportAgain(signer, folder)
      const verified = await verify(folder, '--known', honest)
      expect(verified.findings.alterations).toMatchObject([{ kind: 'shortened', events: 100 }])
    }))

  it('names the witnesses that have cosigned it, and a cosignature that is wrong', () =>
    withCopy(honest, async (folder) => {
      const [first = 0, second = 0] = headSizes(folder, log)
      const keys = path.join(folder, 'witnesses.txt')
      writeFileSync(keys, witness.keyLine)
      const cosigned = witness.cosign(readFileSync(headFile(folder, log, first), 'utf8'), 1_776_000_000)
      writeFileSync(headFile(folder, log, first), cosigned)
      const verified = await verify(folder, '--witness', keys)
      expect([verified.answers, verified.logs[0]?.witnesses]).toEqual([
        nothingFound,
        [{ witness: 'witness.example', at: '2026-04-12T13:20:00.000Z', size: first }],
      ])
      const moved = `${readFileSync(headFile(folder, log, second), 'utf8')}${cosigned.trimEnd().split('\n').at(-1)!}\n`
      writeFileSync(headFile(folder, log, second), moved)
      expect((await verify(folder, '--witness', keys)).findings.heads).toMatchObject([{ problem: 'wrong cosignature' }])
    }))

  it('accepts the whole history, and an export that only went on since', () =>
    withCopy(honest, async (folder) => {
      changeEvents(folder, log, (lines) => lines.slice(0, 120))
      signExportAgain(signer, folder)
      expect((await verify(honest, '--known', folder)).answers).toEqual(nothingFound)
      signHead(signer, folder, log, 60)
      expect((await verify(honest, '--known', folder)).answers).toEqual(nothingFound)
    }))

  it('shows a key that is living although its scope was erased, and one that is gone although nothing ended it', () =>
    withCopy(honest, async (folder) => {
      const erased = /"scope\\":\\"([0-9a-f-]{36})/.exec(
        linesIn(eventFile(folder, log)).find((line) => line.includes('"type":"ErasureDue"'))!,
      )![1]!
      signList(signer, folder, (scopes) => [...scopes, `${erased} loan`].sort())
      const back = await verify(folder)
      expect([back.answers, back.findings.scopes.map(({ problem, scope }) => [problem, scope])]).toEqual([
        { ...nothingFound, retainedTooLong: 'yes' },
        [['erasedButLiving', erased]],
      ])
      signList(signer, folder, (scopes) => scopes.filter((line) => !line.startsWith(erased)).slice(1))
      const gone = await verify(folder)
      expect([gone.answers, gone.findings.scopes.map(({ problem }) => problem)]).toEqual([
        { ...nothingFound, erasedNotDue: 'yes' },
        ['lost'],
      ])
      expect(reportLines(gone).join('\n')).toMatch(
        /erased that was not due\? YES:\n {2}\S+ \S+ \(\w+\): its key is gone/,
      )
    }))
})
