import type { JSX } from 'preact'
import { useFrame, useHref, useText } from '../layout/page-frame'

const backToForm = { da: 'Tilbage til formularen', en: 'Back to the form' }
const backToStart = { da: 'Til forsiden', en: 'To the front page' }

interface ProblemProps {
  readonly detail: string
  /** The address of the form that was sent, without the language, where there was one. */
  readonly formAddress?: string | undefined
}

/** Says why a page cannot be shown, and where to go on. */
export const ProblemView = ({ detail, formAddress }: ProblemProps): JSX.Element => {
  const text = useText()
  const { title } = useFrame()
  const href = useHref()
  return (
    <>
      {detail === title ? null : <p>{detail}</p>}
      {formAddress === undefined ? null : (
        <p>
          <a href={href(formAddress)}>{text(backToForm)}</a>
        </p>
      )}
      <p>
        <a href={href('/')}>{text(backToStart)}</a>
      </p>
    </>
  )
}
