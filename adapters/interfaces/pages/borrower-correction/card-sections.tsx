import type { JSX } from 'preact'
import { PasswordField, SelectField, SubmitButton, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useFrame, useText } from '../layout/page-frame'
import { DataSection } from '../staff/data-section'
import { borrowerCorrectionTexts as texts } from './borrower-correction-texts'

export interface CardOfBorrower {
  readonly card: string
  readonly number: string
}

/** The first press shows what will happen, the second does it. */
const StolenForm = ({ card, number }: CardOfBorrower): JSX.Element => {
  const text = useText()
  const { refused } = useFrame()
  const isRefused = refused?.name === 'stolen' && refused.fields['of'] === card
  return (
    <details open={isRefused}>
      <summary>
        {text(texts.stolen)}
        <span class="sr-only"> {number}</span>
      </summary>
      <p>
        {text(texts.stolenText)} {number}.
      </p>
      <PageForm name="stolen" of={card}>
        <SubmitButton text={texts.stolenConfirm} kind="warning" about={number} />
      </PageForm>
    </details>
  )
}

/** The cards of a borrower: a new one, and one that was stolen. */
export const CardsSection = ({ cards }: { readonly cards: ReadonlyArray<CardOfBorrower> }): JSX.Element => {
  const text = useText()
  return (
    <DataSection kind="cards">
      <ul>
        {cards.map(({ card, number }) => (
          <li>
            {number} <StolenForm card={card} number={number} />
          </li>
        ))}
      </ul>
      <PageForm name="newCard">
        <TextField name="number" label={texts.card} />
        <SelectField
          name="replaces"
          label={texts.replaces}
          options={[
            { value: '', text: text(texts.noCard) },
            ...cards.map(({ card, number }) => ({ value: card, text: number })),
          ]}
        />
        <SubmitButton text={texts.newCard} kind="secondary" />
      </PageForm>
    </DataSection>
  )
}

/** Where a forgotten PIN is replaced. */
export const PinSection = (): JSX.Element => (
  <DataSection kind="pin">
    <PageForm name="pin">
      <PasswordField name="pin" label={texts.pin} hint={texts.pinHint} autoComplete="new-password" />
      <SubmitButton text={texts.setPin} kind="secondary" />
    </PageForm>
  </DataSection>
)
