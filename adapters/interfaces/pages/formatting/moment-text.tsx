import type { JSX } from 'preact'
import type { Instant } from '../../../../domain/values/instant'
import { formatMoment } from './format-times'
import { usePageLanguage } from './page-language'

/** A moment in Danish time, readable by people and by programs. */
export const MomentText = ({ at }: { readonly at: Instant }): JSX.Element => (
  <time dateTime={at}>{formatMoment(usePageLanguage(), at)}</time>
)
