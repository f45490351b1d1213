import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { reportLines } from '../../../../adapters/interfaces/verify/report-lines'
import {
  changeEvents,
  eventFile,
  exampleExportForTests,
  linesIn,
  nothingFound,
  placesOfAlterations,
  withCopy,
  writeExportOf,
  writeLinesTo,
} from './example-export'
import { headFile, headSizes } from './sign-export-again'

describe('an export with altered events', () => {
  const { example, verify, verifyTampered } = exampleExportForTests()

  it('names an event of which a byte was changed, and the head that was signed before', async () => {
    const verified = await verifyTampered((folder) =>
      changeEvents(folder, 'circulation', (lines) =>
        lines.map((line, at) => (at === 56 ? line.replace(/"recorded":"2026-0./, '"recorded":"2026-01') : line)),
      ),
    )
    expect([verified.answers.altered, placesOfAlterations(verified)]).toEqual([
      'yes',
      [
        ['changed', 57, 57],
        ['exportDiffers', null, null],
      ],
    ])
    const events = linesIn(eventFile(example().folder, 'circulation')).length
    expect(reportLines(verified).join('\n')).toMatch(
      new RegExp(
        `since: after the head of ${String(events)} events, which ends with .*, was signed, and before you got`,
      ),
    )
  })

  it('names an event that is missing, one that was added, and one that was moved', async () => {
    const other = linesIn(eventFile(example().folder, 'circulation'))[90]!
    for (const [change, expected] of [
      [(lines) => lines.filter((_, at) => at !== 30), ['missing', 31, null]],
      [
        (lines) => [...lines.slice(0, 30), other.replace(/"id":"../, '"id":"00'), ...lines.slice(30)],
        ['added', null, 31],
      ],
      [(lines) => [...lines.slice(0, 30), lines[31]!, lines[30]!, ...lines.slice(32)], ['moved', 32, 31]],
    ] as ReadonlyArray<readonly [(lines: ReadonlyArray<string>) => ReadonlyArray<string>, ReadonlyArray<unknown>]>) {
      const verified = await verifyTampered((folder) => changeEvents(folder, 'circulation', change))
      expect([verified.answers.altered, placesOfAlterations(verified)]).toEqual([
        'yes',
        [expected, ['exportDiffers', null, null]],
      ])
    }
  })

  it('names each event that was cut from the end; without the hashes of the leaves, the head that has signed more', async () => {
    const verified = await verifyTampered((folder) => changeEvents(folder, 'persons', (lines) => lines.slice(0, -2)))
    expect(placesOfAlterations(verified)).toContainEqual(['missing', 11, null])
    const withoutLeaves = await verifyTampered((folder) => {
      changeEvents(folder, 'persons', (lines) => lines.slice(0, -2))
      rmSync(path.join(folder, 'persons-leaves.txt'))
    })
    expect(withoutLeaves.findings.alterations).toContainEqual(
      expect.objectContaining({ kind: 'shortened', events: 10, head: expect.objectContaining({ size: 12 }) }),
    )
  })

  it('says between which heads it differs when the hashes of the leaves are changed too, and finds nothing when they alone are', async () => {
    const spoil = (folder: string): void => {
      const file = path.join(folder, 'circulation-leaves.txt')
      writeLinesTo(file, linesIn(file).toReversed())
    }
    expect((await verifyTampered(spoil)).answers).toEqual(nothingFound)
    const verified = await verifyTampered((folder) => {
      spoil(folder)
      changeEvents(folder, 'circulation', (lines) => lines.filter((_, at) => at !== 80))
    })
    const sizes = headSizes(example().folder, 'circulation')
    const to = sizes.find((size) => size > 80)!
    const from = (sizes.filter((size) => size <= 80).at(-1) ?? 0) + 1
    expect(verified.findings.alterations).toContainEqual(
      expect.objectContaining({ kind: 'rewritten', log: 'circulation', from, to }),
    )
  })

  it('names a forged certificate', async () => {
    const change = (statement: string) => (lines: ReadonlyArray<string>) =>
      lines.map((line) =>
        line.includes('"type":"ScopesErased"') ? line.replace(statement, 'key lost in the key store') : line,
      )
    const verified = await verifyTampered((folder) =>
      changeEvents(folder, 'circulation', change('key destroyed in the key store and fenced')),
    )
    expect(verified.findings.certificates.length).toBeGreaterThan(3)
    expect(new Set(verified.findings.certificates.map(({ problem }) => problem))).toEqual(new Set(['wrongSignature']))
    expect(reportLines(verified).join('\n')).toMatch(/the certificate in erasure-\S+ \(event \d+\) proves nothing/)
  })

  it('names a forged or damaged head, and believes the others', async () => {
    const [, second = 0, third = 0] = headSizes(example().folder, 'circulation')
    const verified = await verifyTampered((folder) => {
      const forged = headFile(folder, 'circulation', second)
      writeFileSync(forged, readFileSync(forged, 'utf8').replace(/\n(.)(.*=)\n/, (_, first, rest) => `\n${first === 'A' ? 'B' : 'A'}${String(rest)}\n`)) // prettier-ignore
      writeFileSync(headFile(folder, 'circulation', third), 'hello\n')
    })
    expect([verified.answers.altered, verified.findings.heads.map(({ problem }) => problem)]).toEqual([
      'yes',
      ['not signed by the library', 'damaged'],
    ])
    expect(verified.findings.alterations).toEqual([])
  })

  it('says since when an event differs that was changed in the database before the export was made', () =>
    withCopy(example().data, async (data) => {
      const db = new Database(path.join(data, 'circulation.db'))
      db.prepare('UPDATE events SET recorded = ? WHERE position = 20').run('2026-03-01')
      db.close()
      const folder = path.join(path.dirname(data), 'export')
      await writeExportOf(data, folder)
      const verified = await verify(folder)
      expect(placesOfAlterations(verified)).toEqual([['changed', 20, 20]])
    }))

  it('shows every change of a byte of an event, and where it is', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom('circulation' as const, 'persons' as const),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (log, n, by) => {
          let changedLine = 0
          const verified = await verifyTampered((folder) => {
            const bytes = readFileSync(eventFile(folder, log))
            const at = n % bytes.length
            changedLine = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1
            bytes[at] = (bytes[at]! + by) % 256
            writeFileSync(eventFile(folder, log), bytes)
          })
          expect(verified.answers.altered).toBe('yes')
          const numbers = verified.findings.alterations.flatMap((found) =>
            'signedAs' in found && found.kind !== 'moved' ? [found.signedAs] : [],
          )
          expect(numbers).toContain(changedLine)
        },
      ),
      { numRuns: 25 },
    ))
})
