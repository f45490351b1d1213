import * as E from 'fp-ts/Either'
import type { RenderMessage } from '../../../domain/ports/message-renderer'
import { createMessageRenderer } from '../../interfaces/messages/create-message-renderer'
import { builtInTemplates } from '../../interfaces/messages/templates/built-in-templates'

const builtIn = E.getOrElse((problem: string): RenderMessage => {
  throw new Error(problem)
})(createMessageRenderer(builtInTemplates))

/** Writes messages with the built-in texts. */
export const renderWithBuiltInTexts: RenderMessage = builtIn
