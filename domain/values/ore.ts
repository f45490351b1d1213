import * as t from 'io-ts'
import type { MessageLanguage } from '../borrower/message-language'

interface OreBrand {
  readonly Ore: unique symbol
}

/** An amount of money: a whole number of øre (100 øre are a krone), never negative, and so not -0. */
export const Ore = t.brand(
  t.number,
  (n): n is t.Branded<number, OreBrand> => Number.isSafeInteger(n) && n >= 0 && !Object.is(n, -0),
  'Ore',
)
export type Ore = t.TypeOf<typeof Ore>

export const oreFromKroner = (amount: number): Ore => Math.round(amount * 100) as Ore
export const zeroOre = 0 as Ore
export const sumOfOre = (amounts: ReadonlyArray<Ore>): Ore => amounts.reduce((total, next) => total + next, 0) as Ore

/** An amount less another one, in øre; 0 when more is taken away than there is. */
export const subtractOre =
  (by: Ore) =>
  (amount: Ore): Ore =>
    Math.max(0, amount - by) as Ore

const separators: Readonly<Record<MessageLanguage, { readonly thousands: string; readonly decimals: string }>> = {
  da: { thousands: '.', decimals: ',' },
  en: { thousands: ',', decimals: '.' },
}

/**
 * An amount in kroner, as the pages write it in the language: `1.230,00 kr.` or `DKK 1,230.00`; with a plain space, which a
 * short text message has too.
 */
export const formatOre = (language: MessageLanguage, amount: Ore): string => {
  const { thousands, decimals } = separators[language]
  const [kroner = '', ore = ''] = (amount / 100).toFixed(2).split('.')
  const number = `${kroner.replaceAll(/\B(?=(\d{3})+$)/g, thousands)}${decimals}${ore}`
  return language === 'da' ? `${number} kr.` : `DKK ${number}`
}
