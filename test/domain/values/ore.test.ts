import { formatOre, oreFromKroner } from '../../../domain/values/ore'

describe('an amount in a message', () => {
  it('is written with points between the thousands', () => {
    expect([0, 0.5, 230, 999.95, 1_000, 1_234_567.5].map((kroner) => formatOre(oreFromKroner(kroner)))).toEqual([
      '0,00 kr.',
      '0,50 kr.',
      '230,00 kr.',
      '999,95 kr.',
      '1.000,00 kr.',
      '1.234.567,50 kr.',
    ])
  })
})
