import type { JSX } from 'preact'
import type { Ore } from '../../../../domain/values/ore'
import { formatAmount } from './format-values'
import { useLanguageOfValues } from './language-of-values'

/** An amount in kroner. */
export const AmountText = ({ amount }: { readonly amount: Ore }): JSX.Element => (
  <>{formatAmount(useLanguageOfValues(), amount)}</>
)
