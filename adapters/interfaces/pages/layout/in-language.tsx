import type { ComponentChildren, JSX } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { FrameProvider, useFrame } from './page-frame'

interface InLanguageProps {
  readonly language: MessageLanguage
  readonly className?: string
  readonly children: ComponentChildren
}

/** A part of a page that is written in a language of its own, whatever the language of the page. */
export const InLanguage = ({ language, className, children }: InLanguageProps): JSX.Element => (
  <FrameProvider value={{ ...useFrame(), language }}>
    <div lang={language} class={className}>
      {children}
    </div>
  </FrameProvider>
)
