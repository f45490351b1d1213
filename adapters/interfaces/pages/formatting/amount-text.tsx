import type { JSX } from 'preact'
import type { Ore } from '../../../../domain/values/ore'
import { formatAmount } from './format-values'
import { usePageLanguage } from './page-language'

/** An amount in kroner. */
export const AmountText = ({ amount }: { readonly amount: Ore }): JSX.Element => (
  <>{formatAmount(usePageLanguage(), amount)}</>
)
