import { attackGuardians } from '../forensic/attack/attack-on-guardians'
import { dataWithLivingKeys, dataWithoutKey } from '../forensic/attack/attacker-data'
import { betterThanGuessing } from '../forensic/attack/score-attack'
import { attackYear, outcomeLines } from '../forensic/attack/attack-year'
import { collectYear } from '../forensic/evidence/collect-year'
import { yearPlans } from '../forensic/year/year-plan'

const printLines = (lines: ReadonlyArray<string>): void => void process.stdout.write(`${lines.join('\n')}\n`)

describe('whoever has everything that a library keeps and copies in a year', () => {
  it.each(['small', 'medium', 'large'] as const)(
    'names and links no forgotten loan without a chain to a living record better than the month allows: a %s library',
    async (size) => {
      const year = await collectYear(yearPlans[size], 5)
      try {
        const outcomes = attackYear(year)
        printLines(
          outcomes.flatMap((outcome) => outcomeLines(`${String(yearPlans[size].borrowers)} borrowers`, outcome)),
        )
        const apart = outcomes.filter(({ kind }) => kind === 'apart')
        expect(apart.map(({ targets }) => targets > 400)).toEqual([true, true])
        const untied = outcomes.filter(({ kind }) => kind === 'apart' || kind === 'first loans')
        const better = untied.flatMap(({ betterByLogs, betterByCopies }) => [...betterByLogs, ...betterByCopies])
        expect(better).toEqual([])
        for (const data of [dataWithoutKey(year), dataWithLivingKeys(year)]) {
          const { children, borrowers } = attackGuardians(year, data)
          expect([...betterThanGuessing(children), ...betterThanGuessing(borrowers)]).toEqual([])
        }
      } finally {
        await year.close()
      }
    },
  )
})
