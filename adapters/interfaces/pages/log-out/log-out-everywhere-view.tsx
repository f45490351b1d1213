import type { JSX } from 'preact'
import { SubmitButton } from '../forms/fields'
import { HiddenField } from '../forms/hidden-field'
import { PlainForm } from '../forms/plain-form'
import { layoutTexts } from '../layout/layout-texts'
import { Text } from '../layout/page-frame'
import { logOutEverywhereTexts as texts, otherPlacesText } from './log-out-everywhere-texts'

/** How often somebody is logged in, and the button that ends all of their sessions. */
export const LogOutEverywhereView = ({ others }: { readonly others: number }): JSX.Element => (
  <>
    <p>
      <strong>
        <Text of={otherPlacesText(others)} />
      </strong>
    </p>
    <p>
      <Text of={texts.text} />
    </p>
    <PlainForm action="/log-ud">
      <HiddenField name="everywhere" value="yes" />
      <SubmitButton text={layoutTexts.logOutEverywhere} />
    </PlainForm>
    <p class="forgotten-on">
      <Text of={texts.ends} />
    </p>
  </>
)
