import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../../retention/promises/kind-of-data'
import { formFields } from '../../forms/plain-form'
import { useFrame, useHref, useText } from '../../layout/page-frame'
import { scanTexts as texts } from './scan-texts'

interface ScanFormProps {
  /** The name of the form on its page. */
  readonly name: string
  readonly label: TextInBothLanguages
  readonly hint?: TextInBothLanguages
  /**
   * Whether a script sends the scan in the background, and shows its outcome on the page. `in-order`: only once the one before is
   * answered, since that one may lead to another page.
   */
  readonly sent?: 'with-page' | 'in-background' | 'in-order'
  /** Whether the page begins here; not where another form of the page has been answered. */
  readonly hasFocus?: boolean
}

/** The name of the field that is scanned into. */
export const scanField = 'code'

/** The field of the next scan. It always has the focus, so that a barcode reader alone is enough. */
export const ScanForm = ({ name, label, hint, sent = 'with-page', hasFocus = true }: ScanFormProps): JSX.Element => {
  const { address, formToken, makeFormKey } = useFrame()
  const text = useText()
  const href = useHref()
  return (
    <form
      method="post"
      action={href(address)}
      class="scan-form"
      noValidate
      data-scan={sent === 'with-page' ? undefined : sent}
    >
      {formToken === undefined ? null : <input type="hidden" name={formFields.token} value={formToken} />}
      <input type="hidden" name={formFields.name} value={name} />
      <input type="hidden" name={formFields.key} value={makeFormKey()} />
      <div class="form-group">
        <label class="form-label" for={`${name}-${scanField}`}>
          {text(label)}
        </label>
        {hint === undefined ? null : (
          <span class="form-hint" id={`${name}-hint`}>
            {text(hint)}
          </span>
        )}
        <input
          type="text"
          id={`${name}-${scanField}`}
          name={scanField}
          class="form-input"
          autocomplete="off"
          aria-describedby={hint === undefined ? undefined : `${name}-hint`}
          autofocus={hasFocus}
          data-focus={hasFocus ? '' : undefined}
          data-scan-field=""
        />
      </div>
      <button type="submit" class="button button-primary">
        {text(texts.send)}
      </button>
    </form>
  )
}
