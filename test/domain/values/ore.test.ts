import { formatAmount } from '../../../adapters/interfaces/pages/formatting/format-values'
import { formatOre, oreFromKroner } from '../../../domain/values/ore'

const amounts = [0, 0.5, 230, 999.95, 1_000, 1_234_567.5].map(oreFromKroner)

describe('an amount in a message', () => {
  it('is written in Danish with points between the thousands, and in English with commas', () => {
    expect(amounts.map((amount) => formatOre('da', amount))).toEqual([
      ...['0,00 kr.', '0,50 kr.', '230,00 kr.', '999,95 kr.', '1.000,00 kr.', '1.234.567,50 kr.'],
    ])
    expect(amounts.map((amount) => formatOre('en', amount))).toEqual([
      ...['DKK 0.00', 'DKK 0.50', 'DKK 230.00', 'DKK 999.95', 'DKK 1,000.00', 'DKK 1,234,567.50'],
    ])
  })

  it.each(['da', 'en'] as const)('is written as on the pages, with a plain space (%p)', (language) => {
    expect(amounts.map((amount) => formatOre(language, amount))).toEqual(
      amounts.map((amount) => formatAmount(language, amount).replaceAll('\u00a0', ' ')),
    )
  })
})
