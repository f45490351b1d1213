import * as E from 'fp-ts/Either'
import type { RenderMessage } from '../../../domain/ports/message-renderer'
import { createMessageRenderer } from '../../interfaces/messages/create-message-renderer'
import { builtInTemplates } from '../../interfaces/messages/templates/built-in-templates'

const compile = (): RenderMessage =>
  E.getOrElse((problem: string): RenderMessage => {
    throw new Error(problem)
  })(createMessageRenderer(builtInTemplates))

let compiled: RenderMessage | undefined

/** Writes messages with the built-in texts. They are compiled for the first message: most processes write none. */
export const renderWithBuiltInTexts: RenderMessage = (...message) => (compiled ??= compile())(...message)
