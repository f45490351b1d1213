import { createMessageRenderer } from '../../../../adapters/interfaces/messages/create-message-renderer'
import { builtInTemplates } from '../../../../adapters/interfaces/messages/templates/built-in-templates'
import type { Branch } from '../../../../domain/policy/branch'
import type { BranchId } from '../../../../domain/values/ids'
import { oreFromKroner } from '../../../../domain/values/ore'
import { day } from '../../../fixtures/example-library'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const render = rightOrThrow(createMessageRenderer(builtInTemplates))
const code = 'DK-785101' as BranchId
const branch: Branch = {
  ...{ code, name: { da: 'Havnebiblioteket', en: 'Harbour Library' }, address: null },
  ...{ openingHours: null, cameras: [], openFrom: null, closedFrom: null, takenOverBy: null },
}

describe('a message', () => {
  it('lists four books that are due on one day', () => {
    const items = ['Aa', 'Bo', 'Ci', 'Du'].map((name) => ({ name, day: day('2026-02-04'), amount: null }))
    expect(render({ kind: 'dueSoon', items, pickUp: null }, 'da', [])).toMatchObject({
      right: {
        subject: 'Snart afleveringsdag',
        text: expect.stringContaining('- Aa (senest 4. februar 2026)\n- Bo (senest 4. februar 2026)\n- Ci') as string,
      },
    })
  })

  it('names the branch as the policy does, in the language of the borrower', () => {
    const ready = {
      ...({ kind: 'readyForPickUp', pickUp: { branch: code, number: '17' } } as const),
      items: [{ name: 'Lykke-Per', day: day('2026-02-04'), amount: null }],
    }
    expect(rightOrThrow(render(ready, 'da', [branch])).text).toContain(
      'Lykke-Per til og med 4. februar 2026 på Havnebiblioteket under nummer 17',
    )
    expect(rightOrThrow(render(ready, 'en', [branch])).text).toContain(
      'Lykke-Per until 4 February 2026 at Harbour Library under number 17',
    )
    expect(rightOrThrow(render(ready, 'en', [])).text).toContain(`at ${code} under`)
  })

  it('adds amounts up', () => {
    const items = [20, 30.5].map((kroner) => ({ name: 'Bog', day: null, amount: oreFromKroner(kroner) }))
    const textIn = (language: 'da' | 'en') =>
      rightOrThrow(render({ kind: 'fee', items, pickUp: null }, language, [])).text
    expect(textIn('da')).toContain('I alt 50,50 kr. Venlig')
    expect(textIn('en')).toContain('In all DKK 50.50. Kind')
  })

  it('is plain text: what looks like markup stays as it is', () => {
    const items = [{ name: '<b>Krig & fred</b> {{total}}', day: day('2026-02-04'), amount: null }]
    expect(rightOrThrow(render({ kind: 'recall', items, pickUp: null }, 'da', [])).text).toContain(
      '- <b>Krig & fred</b> {{total}} (skulle',
    )
  })
})
