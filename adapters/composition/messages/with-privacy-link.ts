import type { RenderMessage } from '../../../domain/ports/message-renderer'

/**
 * Gives each message the address of the privacy notice in its language, for the templates that name it. Without a public
 * address of the site it is left out.
 */
export const withPrivacyLink =
  (publicUrl: string | undefined) =>
  (render: RenderMessage): RenderMessage =>
    publicUrl === undefined
      ? render
      : (content, language, branches) =>
          render({ ...content, privacyLink: `${publicUrl}/${language}/privatliv` }, language, branches)
