import type { JSX } from 'preact'
import { SelectField, SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useText } from '../layout/page-frame'
import { cameraOptions } from './camera-options'
import { ReasonFields } from './reason-fields'
import type { ShownCamera } from './shown-surveillance'
import { surveillanceTexts as texts } from './surveillance-texts'

/** The form with which the duty officer asks to look at the live picture of a camera. */
export const LiveView = ({ cameras }: { readonly cameras: ReadonlyArray<ShownCamera> }): JSX.Element => {
  const text = useText()
  return (
    <>
      <p>
        <Text of={texts.isRecorded} />
      </p>
      {cameras.length === 0 ? (
        <p>
          <Text of={texts.noCameras} />
        </p>
      ) : (
        <PageForm name="look">
          <SelectField
            name="camera"
            label={texts.camera}
            options={cameraOptions(cameras).map((option) => ({ ...option, text: text(option.text) }))}
          />
          <ReasonFields />
          <SubmitButton text={texts.liveSend} />
        </PageForm>
      )}
    </>
  )
}
