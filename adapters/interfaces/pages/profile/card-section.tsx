import type { JSX } from 'preact'
import { SubmitButton } from '../forms/fields'
import { FormsOnDemand } from '../forms/forms-on-demand'
import { PageForm } from '../forms/page-form'
import { Text } from '../layout/page-frame'
import type { Profile } from './profile'
import { ProfileSection } from './profile-sections'
import { profileTexts as texts } from './profile-texts'

/** The cards, each of which can be reported stolen. */
export const CardSection = ({ cards }: Profile): JSX.Element => (
  <ProfileSection id="cards" heading={texts.cards}>
    {cards.length === 0 ? (
      <p>
        <Text of={texts.noCards} />
      </p>
    ) : null}
    {cards.map(({ card, number }) => (
      <>
        <p>
          <Text of={texts.cardNumber} /> <strong>{number}</strong>
        </p>
        <FormsOnDemand summary={texts.stolen} about={number} forms={['stolen']} of={card}>
          <p>
            <Text of={texts.stolenText} />
          </p>
          <PageForm name="stolen" of={card}>
            <SubmitButton text={texts.confirmStolen} kind="warning" about={number} />
          </PageForm>
        </FormsOnDemand>
      </>
    ))}
    <p class="forgotten-on">
      <Text of={texts.cardForgotten} />
    </p>
  </ProfileSection>
)

/** What is said once a card is reported: the borrower is blocked, so no other page opens. */
export const CardReportedView = (): JSX.Element => (
  <div class="alert alert-success" role="status" data-focus="">
    <p class="alert-heading">
      <Text of={texts.cardReported} />
    </p>
    <p class="alert-text">
      <Text of={texts.cardReportedText} />
    </p>
  </div>
)
