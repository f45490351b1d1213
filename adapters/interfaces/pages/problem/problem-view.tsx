import type { JSX } from 'preact'
import { useFrame, useHref, useText } from '../layout/page-frame'

const backToStart = { da: 'Til forsiden', en: 'To the front page' }

/** Says why a page cannot be shown, and where to go on. */
export const ProblemView = ({ detail }: { readonly detail: string }): JSX.Element => {
  const text = useText()
  const { title } = useFrame()
  const href = useHref()
  return (
    <>
      {detail === title ? null : <p>{detail}</p>}
      <p>
        <a href={href('/')}>{text(backToStart)}</a>
      </p>
    </>
  )
}
