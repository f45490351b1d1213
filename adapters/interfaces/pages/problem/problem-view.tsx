import type { JSX } from 'preact'
import { LinkTo } from '../layout/link-to'
import { useFrame } from '../layout/page-frame'
import { LinkToFrontPage } from './link-to-front-page'

const backToForm = { da: 'Tilbage til formularen', en: 'Back to the form' }

interface ProblemProps {
  readonly detail: string
  /** The address of the form that was sent, without the language, where there was one. */
  readonly formAddress?: string | undefined
}

/** Says why a page cannot be shown, and where to go on. */
export const ProblemView = ({ detail, formAddress }: ProblemProps): JSX.Element => {
  const { title } = useFrame()
  return (
    <>
      {detail === title ? null : <p>{detail}</p>}
      {formAddress === undefined ? null : (
        <p>
          <LinkTo path={formAddress} text={backToForm} />
        </p>
      )}
      <LinkToFrontPage />
    </>
  )
}
