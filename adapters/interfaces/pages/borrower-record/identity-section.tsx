import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { formatHalfYear, formatMonth } from '../formatting/format-times'
import { SubmitButton, TextField } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { Text, useFrame, useText } from '../layout/page-frame'
import { useValueText } from '../personal-data/use-value-text'
import { DataSection, Value } from '../staff/data-section'
import type { BorrowerRecordProps, OpenedNameAndAddress, ShownIdentity } from './borrower-record'
import { borrowerRecordTexts as texts } from './borrower-record-texts'

/** A value that is one of a few, in words. */
const Word = ({ member, value }: { readonly member: string; readonly value: string }): JSX.Element => {
  const valueText = useValueText()
  return <>{valueText('identity', member, value)}</>
}

const orNone = (value: string | null): JSX.Element | string => value ?? <Text of={texts.none} />

const OpenProtected = (): JSX.Element => (
  <PageForm name="openNameAndAddress">
    <TextField name="reason" label={texts.reason} hint={texts.reasonHint} />
    <SubmitButton text={texts.openProtected} kind="warning" />
  </PageForm>
)

const Opened = ({ name, careOf, address, guardian }: OpenedNameAndAddress): JSX.Element => (
  <dl class="value-list" data-focus="">
    <Value title={texts.name}>{name}</Value>
    <Value title={texts.careOf}>{orNone(careOf)}</Value>
    <Value title={texts.address}>{orNone(address)}</Value>
    {guardian === null ? null : (
      <Value title={texts.guardian}>
        {[guardian.name, guardian.careOf, guardian.address].filter((part) => part !== null).join(', ')}
      </Value>
    )}
  </dl>
)

const Values = (identity: ShownIdentity): JSX.Element => {
  const { language } = useFrame()
  const text = useText()
  const { name, number, cpr, birthDate, group, groupAgainstAge, municipality } = identity
  const { homeBranch, registeredIn, lastSeen, ending } = identity
  return (
    <dl class="value-list">
      <Value title={texts.name}>{name ?? <strong>{text(texts.protectedName)}</strong>}</Value>
      <Value title={texts.number}>{number}</Value>
      <Value title={texts.cpr}>{orNone(cpr)}</Value>
      <Value title={texts.birthDate}>{birthDate === null ? text(texts.none) : <DayText day={birthDate} />}</Value>
      <Value title={texts.group}>
        <Word member="group" value={group} />
        {groupAgainstAge === undefined ? null : <strong> {text(texts[groupAgainstAge])}</strong>}
      </Value>
      <Value title={texts.municipality}>{orNone(municipality)}</Value>
      <Value title={texts.homeBranch}>{text(homeBranch)}</Value>
      <Value title={texts.language}>
        <Word member="language" value={identity.language} />
      </Value>
      <Value title={texts.registeredIn}>{formatMonth(language, registeredIn)}</Value>
      <Value title={texts.lastSeen}>
        {lastSeen === null ? text(texts.notYet) : formatHalfYear(language, lastSeen)}
      </Value>
      {ending === null ? null : (
        <Value title={texts.ending}>
          <Word member="ending" value={ending} />
        </Value>
      )}
    </dl>
  )
}

/** Who a borrower is. A protected name and address is opened with a written reason. */
export const IdentitySection = ({
  identity,
  opened,
}: Pick<BorrowerRecordProps, 'identity' | 'opened'>): JSX.Element => (
  <DataSection kind="name" heading={texts.who}>
    <Values {...identity} />
    {identity.isProtected && opened === undefined ? <OpenProtected /> : null}
    {opened === undefined ? null : <Opened {...opened} />}
  </DataSection>
)
