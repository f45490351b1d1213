import type { JSX } from 'preact'
import { useText } from '../layout/page-frame'
import { valueText } from '../personal-data/value-texts'
import type { RecordedFee } from './borrower-fees'

/** What a fee is for, in words: its kind, and the materials. */
export const useFeeName = (): ((fee: Pick<RecordedFee, 'kind' | 'items'>) => string) => {
  const text = useText()
  return ({ kind, items }) => {
    const word = valueText('fee', 'kind', kind)
    return `${word === undefined ? kind : text(word)}: ${items.map(({ name }) => name).join(', ')}`
  }
}

export const FeeName = (fee: Pick<RecordedFee, 'kind' | 'items'>): JSX.Element => <>{useFeeName()(fee)}</>
