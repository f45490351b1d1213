import type { JSX } from 'preact'
import { Ore } from '../../../../domain/values/ore'
import { AmountText } from '../formatting/amount-text'
import { useHref, useText } from '../layout/page-frame'
import type { BorrowerDataContent, ErasureObstacleShown } from './borrower-data-content'
import { erasureTexts as texts } from './erasure-texts'

/** Where each obstacle can be ended. */
const pathToEnd: Readonly<Record<ErasureObstacleShown['what'], string>> = {
  loans: '/mit',
  reservations: '/mit/reserveringer',
  setAsides: '/mit/reserveringer',
  unfinishedPayments: '/mit/mellemvaerende',
  unpaidReimbursements: '/kontakt',
  explainedLegalHolds: '/mit/data#explainedLegalHold',
  owed: '/mit/mellemvaerende',
}

const Obstacle = ({ obstacle: { what, count, ore } }: { readonly obstacle: ErasureObstacleShown }): JSX.Element => {
  const text = useText()
  const href = useHref()
  return (
    <li>
      {text(texts[what])}: {Ore.is(ore) ? <AmountText amount={ore} /> : count} –{' '}
      <a href={href(pathToEnd[what])}>{text(texts[`${what}End`])}</a>
    </li>
  )
}

type ErasureContent = Pick<BorrowerDataContent, 'ending' | 'obstacles'>

/** Whether the borrower can be forgotten, what stands in the way and how to end it, or that it is under way. */
export const ErasureState = ({ content: { ending, obstacles } }: { readonly content: ErasureContent }): JSX.Element => {
  const text = useText()
  if (ending !== null) return <p>{text(texts[ending])}</p>
  if (obstacles.length === 0) return <p>{`${text(texts.freely)} ${text(texts.hold)}`}</p>
  return (
    <>
      <p>{text(texts.hindered)}</p>
      <ul>
        {obstacles.map((obstacle) => (
          <Obstacle obstacle={obstacle} />
        ))}
      </ul>
    </>
  )
}
