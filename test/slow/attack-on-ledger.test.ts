import type { Day } from '../../domain/values/day'
import { describeIfLedgerPresent, shakespeareAndCompany } from '../adapters/imports/ledger/ledger-files'
import { readTestLedger } from '../adapters/imports/ledger/ledger-import-steps'
import { ledgerMappings } from '../adapters/imports/ledger/ledger-mappings'
import { attackYear, outcomeLines } from '../forensic/attack/attack-year'
import { collectLedger } from '../forensic/evidence/collect-ledger'

const printLines = (lines: ReadonlyArray<string>): void => void process.stdout.write(`${lines.join('\n')}\n`)

describeIfLedgerPresent(shakespeareAndCompany)('whoever has logs, keys and folder of 42 years of a ledger', () => {
  it('names and links no forgotten loan without a chain to a living record better than the month allows, in use and at the end', async () => {
    const ledger = await readTestLedger(shakespeareAndCompany, ledgerMappings.shakespeare)
    const stolen = await collectLedger(ledger, '1938-06-15' as Day)
    try {
      for (const time of ['inUse', 'atTheEnd'] as const) {
        const outcomes = attackYear(stolen[time])
        printLines(outcomes.flatMap((outcome) => outcomeLines(`ledger, ${time}`, outcome)))
        for (const { targets, betterByLogs, betterByCopies } of outcomes.filter(({ kind }) => kind === 'apart')) {
          expect(targets).toBeGreaterThan(5000)
          expect(betterByLogs).toEqual([])
          expect(betterByCopies).toEqual([])
        }
      }
    } finally {
      await stolen.close()
    }
  })
})
