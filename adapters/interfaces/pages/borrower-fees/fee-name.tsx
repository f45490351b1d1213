import type { JSX } from 'preact'
import { useValueText } from '../personal-data/use-value-text'
import type { RecordedFee } from './borrower-fees'

/** What a fee is for, in words: its kind, and the materials. */
export const useFeeName = (): ((fee: Pick<RecordedFee, 'kind' | 'items'>) => string) => {
  const valueText = useValueText()
  return ({ kind, items }) => `${valueText('fee', 'kind', kind)}: ${items.map(({ name }) => name).join(', ')}`
}

export const FeeName = (fee: Pick<RecordedFee, 'kind' | 'items'>): JSX.Element => <>{useFeeName()(fee)}</>
